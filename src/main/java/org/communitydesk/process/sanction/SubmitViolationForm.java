package org.communitydesk.process.sanction;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.cases.Suspicions;
import org.communitydesk.policy.CommunityRules;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.Choices.NoViolationDecision;
import org.communitydesk.process.Choices.SchemeOutcome;
import org.communitydesk.process.OutdatedForm;
import org.communitydesk.process.Reading;
import org.communitydesk.process.ReplyTexts;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Записывает, какое правило нарушено и кто это подтвердил, или что делать без нарушения.")
class SubmitViolationForm implements TaskListener {

  private final CaseFiles files;
  private final Replies replies;
  private final Conversations conversations;
  private final Suspicions suspicions;
  private final Reading reading;
  private final CommunityRules rules;
  private final Clock clock;

  SubmitViolationForm(
      CaseFiles files,
      Replies replies,
      Conversations conversations,
      Suspicions suspicions,
      Reading reading,
      CommunityRules rules,
      Clock clock) {
    this.files = files;
    this.replies = replies;
    this.conversations = conversations;
    this.suspicions = suspicions;
    this.reading = reading;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file = files.of(Submitted.caseId(task));
    FoundViolation violation = Submitted.decision(task, Variables.VIOLATION);
    String who = Submitted.by(task);
    files.lock(file.caseId());
    if (violation != FoundViolation.NONE) {
      requireShown(task, file);
    }
    Variables.VIOLATION.set(task.getExecution(), violation);
    Variables.CONFIRMED_BY.set(task.getExecution(), who);
    Variables.JUDGED_AT.set(task.getExecution(), clock.instant());
    if (violation == FoundViolation.NONE) {
      NoViolationDecision decision = Submitted.decision(task, Variables.NO_VIOLATION_DECISION);
      if (decision == NoViolationDecision.REPLY) {
        reading.decided(task);
        String text = ReplyTexts.of(task, file);
        Variables.REPLY_ID.set(
            task.getExecution(), replies.write(file.caseId(), who, ReplyDraft.of(text)));
      }
      if (decision == NoViolationDecision.WRONG_SCHEME) {
        suspicions.giveBack(
            conversations.entry(file.caseId(), Variables.MESSAGE_ID.in(task.getExecution())));
      }
      Variables.NO_VIOLATION_DECISION.set(task.getExecution(), decision);
      Variables.SCHEME_OUTCOME.set(task.getExecution(), outcome(decision));
    } else {
      Variables.SCHEME_OUTCOME.set(task.getExecution(), SchemeOutcome.SANCTIONED);
    }
    if (Variables.SCHEME_OUTCOME.in(task.getExecution()) != SchemeOutcome.WRONG_SCHEME) {
      decided(task, file);
    }
    Submitted.text(task, Variables.REPLY_TEXT);
  }

  /**
   * Words that were changed into harmless ones before the person read them are nobody's offence.
   */
  private void requireShown(DelegateTask task, CaseFile file) {
    CaseMessage caseMessage =
        conversations.entry(file.caseId(), Variables.MESSAGE_ID.in(task.getExecution()));
    if (!reading.hasShown(task, caseMessage) && rules.detect(caseMessage.text()).isEmpty()) {
      throw new OutdatedForm(
          "Пользователь изменил сообщение, пока вы решали: прочитайте, что там теперь.");
    }
  }

  /** About that message alone, and only as the form has shown it. */
  private void decided(DelegateTask task, CaseFile file) {
    conversations
        .find(file.caseId(), Variables.MESSAGE_ID.in(task.getExecution()))
        .filter(caseMessage -> reading.hasShown(task, caseMessage))
        .ifPresent(caseMessage -> suspicions.mark(caseMessage, true));
  }

  private static SchemeOutcome outcome(NoViolationDecision decision) {
    return switch (decision) {
      case REPLY -> SchemeOutcome.ANSWERED;
      case NO_REACTION -> SchemeOutcome.CLOSED;
      case WRONG_SCHEME -> SchemeOutcome.WRONG_SCHEME;
    };
  }
}
