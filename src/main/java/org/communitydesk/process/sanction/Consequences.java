package org.communitydesk.process.sanction;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Violation;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.springframework.stereotype.Component;

/** What confirming a violation would lead to, in words. */
@Component
class Consequences {

  private final Ladder ladder;
  private final LadderTable table;
  private final Notices notices;
  private final Channels channels;
  private final Clock clock;

  Consequences(Ladder ladder, LadderTable table, Notices notices, Channels channels, Clock clock) {
    this.ladder = ladder;
    this.table = table;
    this.notices = notices;
    this.channels = channels;
    this.clock = clock;
  }

  String card(CaseFile file, CaseMessage caseMessage, FoundViolation found) {
    Offender offender = offender(file);
    int rung = ladder.rungFor(offender, caseMessage.at());
    if (!ladder.climbs(offender, caseMessage.at())) {
      return ("Ступень %d уже занята: сообщение написано до того, как человек узнал о прошлой мере. "
              + "Нарушение будет записано, новой меры не будет.")
          .formatted(rung);
    }
    Decision decision = table.ask(rung, found, file);
    String end =
        decision.measure() == Measure.WARNING
            ? ""
            : decision.days() == null
                ? " Подтвердит другой сотрудник — старший смены."
                : " Закончится "
                    + MoscowTime.momentOfYear(Notices.until(decision, clock.instant()))
                    + ".";
    return ("Ступень %d: %s.%s Отменить меру может старший смены:"
            + " если человек не согласен, передайте это кнопкой рядом с его мерами.")
        .formatted(rung, MeasureWords.of(decision.measure(), decision.days()), end);
  }

  /** Earlier offences of the person, newest first; empty when there are none. */
  String history(CaseFile file) {
    List<Sanction> sanctions = ladder.of(offender(file));
    return ladder.offences(offender(file)).stream()
        .filter(offence -> !offence.withdrawn())
        .map(offence -> line(offence, sanctions))
        .collect(Collectors.joining("\n"));
  }

  /** The words of the notice when that rule is broken; empty when there will be none. */
  String notice(CaseFile file, CaseMessage caseMessage, FoundViolation found) {
    Offender offender = offender(file);
    if (!ladder.climbs(offender, caseMessage.at())) {
      return "";
    }
    int rung = ladder.rungFor(offender, caseMessage.at());
    Decision decision = table.ask(rung, found, file);
    return notices.measure(
        Violation.valueOf(found.name()).title(),
        decision,
        Notices.until(decision, clock.instant()),
        decision.days() == null ? null : table.ask(rung + 1L, found, file),
        channels.of(file.account()).capabilities().textLimit(file.kind()).most());
  }

  private static String line(Offence offence, List<Sanction> sanctions) {
    String measure =
        sanctions.stream()
            .filter(one -> one.id().equals(offence.sanctionId()))
            .findFirst()
            .map(MeasureWords::of)
            .orElse("без меры");
    return "%s — %s: %s"
        .formatted(
            MoscowTime.momentOfYear(offence.writtenAt()), offence.violation().title(), measure);
  }

  private static Offender offender(CaseFile file) {
    return new Offender(file.account(), file.author().id());
  }
}
