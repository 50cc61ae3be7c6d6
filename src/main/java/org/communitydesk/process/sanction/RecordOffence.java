package org.communitydesk.process.sanction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.Attachments;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunityRules;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Evidence;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Report;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Записывает нарушение с доказательствами и узнаёт ступень лестницы.")
class RecordOffence implements OutsideTask {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Attachments attachments;
  private final Journal journal;
  private final CommunityRules rules;
  private final Ladder ladder;
  private final Immunity immunity;

  RecordOffence(
      CaseFiles files,
      Conversations conversations,
      Attachments attachments,
      Journal journal,
      CommunityRules rules,
      Ladder ladder,
      Immunity immunity) {
    this.files = files;
    this.conversations = conversations;
    this.attachments = attachments;
    this.journal = journal;
    this.rules = rules;
    this.ladder = ladder;
    this.immunity = immunity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    CaseMessage caseMessage =
        conversations.entry(file.caseId(), Variables.MESSAGE_ID.in(execution));
    Optional<String> immune = immunity.of(file);
    if (immune.isPresent()) {
      journal.note(file.caseId(), null, Note.Kind.RULES, "Мера не применяется: " + immune.get());
      Variables.CLIMBS.set(execution, false);
      return;
    }
    FoundViolation violation = Variables.VIOLATION.in(execution);
    Offence offence =
        ladder.record(
            new Report(
                file.caseId(),
                execution.getProcessInstanceId(),
                new Offender(file.account(), file.author().id()),
                file.author().name(),
                caseMessage.externalId(),
                caseMessage.at(),
                Violation.valueOf(violation.name()),
                evidence(caseMessage, judged(execution, caseMessage), violation),
                Variables.CONFIRMED_BY.find(execution).orElse(null)));
    journal.record(
        file.caseId(),
        offence.confirmedBy(),
        TimelineEvent.What.OFFENCE_RECORDED,
        offence.violation().title());
    Variables.OFFENCE_ID.set(execution, offence.id());
    Variables.RUNG.set(execution, (long) offence.rung());
    boolean isOurs = execution.getProcessInstanceId().equals(offence.step());
    Variables.CLIMBS.set(execution, isOurs && offence.climbs());
  }

  /** The words that stood there when the person decided: they may have been changed since. */
  private static String judged(DelegateExecution execution, CaseMessage caseMessage) {
    return Variables.JUDGED_AT
        .find(execution)
        .flatMap(
            at ->
                caseMessage.earlier().stream()
                    .filter(one -> one.heardAt().isAfter(at))
                    .min(Comparator.comparing(CaseMessage.Earlier::heardAt)))
        .map(CaseMessage.Earlier::text)
        .orElse(caseMessage.text());
  }

  private Evidence evidence(CaseMessage caseMessage, String text, FoundViolation violation) {
    CommunityRules.Hit hit =
        rules.detect(text).stream()
            .filter(one -> one.violation().name().equals(violation.name()))
            .findFirst()
            .orElse(null);
    return new Evidence(
        text,
        attachments.hashes(caseMessage.id()),
        hit == null ? violation.name() : hit.rule(),
        hit == null ? List.of() : hit.words());
  }
}
