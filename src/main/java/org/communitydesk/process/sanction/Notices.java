package org.communitydesk.process.sanction;

import java.time.Duration;
import java.time.Instant;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.process.Choices.NoticeKind;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Measure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a person is told of a measure: what, why, until when, what comes next, how to dispute. */
@Component
public class Notices {

  private final String rules;

  Notices(@Value("${desk.rules-url:}") String rules) {
    this.rules = rules;
  }

  /**
   * The text for a platform that takes so many characters; where the whole does not fit, its
   * shortest form.
   *
   * @param rule the broken rule in words
   * @param until null when the measure has no end
   * @param next what the next offence leads to; null when there is nothing more
   */
  public String measure(String rule, Decision decision, Instant until, Decision next, int most) {
    String what =
        MeasureWords.of(decision.measure(), decision.days())
            + (until == null ? "" : ", до " + MoscowTime.momentOfYear(until) + " по Москве");
    String whole =
        "Здравствуйте! Ваше сообщение нарушает правила нашего сообщества: "
            + rule
            + ". Мера: "
            + what
            + "."
            + (next == null
                ? ""
                : " Следующее нарушение: " + MeasureWords.of(next.measure(), next.days()) + ".")
            + " Если вы не согласны, ответьте на это сообщение: решение пересмотрит другой сотрудник."
            + (rules.isEmpty() ? "" : " Правила: " + rules);
    String brief =
        "Сообщение нарушает правила сообщества: "
            + rule
            + ". Мера: "
            + what
            + ". Не согласны? Ответьте здесь.";
    return whole.length() <= most ? whole : brief;
  }

  /** What the person is told after a dispute. */
  public String afterDispute(NoticeKind kind, Measure measure, Integer days) {
    String what = MeasureWords.of(measure, days);
    return kind == NoticeKind.REVOKED
        ? "Здравствуйте! Мы пересмотрели решение: мера (" + what + ") отменена. Приносим извинения."
        : "Здравствуйте! Мы пересмотрели решение: мера (" + what + ") остаётся в силе.";
  }

  /** When a measure that begins now ends; null when it has no end. */
  public static Instant until(Decision decision, Instant from) {
    return decision.measure() == Measure.WARNING || decision.days() == null
        ? null
        : from.plus(Duration.ofDays(decision.days()));
  }
}
