package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит формы о мере: сообщение, сама мера, история человека, шаги вручную.")
class PrepareSanctionForm implements TaskListener {

  private final FormSheet sheet;
  private final Conversations conversations;
  private final Consequences consequences;
  private final Ladder ladder;
  private final ByHand byHand;

  PrepareSanctionForm(
      FormSheet sheet,
      Conversations conversations,
      Consequences consequences,
      Ladder ladder,
      ByHand byHand) {
    this.sheet = sheet;
    this.conversations = conversations;
    this.consequences = consequences;
    this.ladder = ladder;
    this.byHand = byHand;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.HAND_OUTCOME);
    task.getExecution().removeVariable(Variables.DISPUTE_DECISION.name());
    task.getExecution().removeVariable(Variables.PERMANENT_DECISION.name());
    Variables.SANCTION_TEXT.setLocal(
        task,
        Variables.SANCTION_ID.find(task).map(ladder::find).map(this::words).orElse("навсегда"));
    Variables.MESSAGE_SHOWN.setLocal(task, FormSheet.fits(message(task, file)));
    Variables.HISTORY_TEXT.setLocal(task, FormSheet.fits(consequences.history(file)));
    Variables.DISPUTE_TEXT.setLocal(
        task,
        Variables.SANCTION_ID
            .find(task)
            .map(ladder::disputeWords)
            .map(MeasureWords::against)
            .orElse(""));
    Variables.STEPS_TEXT.setLocal(task, byHand.steps(task.getTaskDefinitionKey(), file));
    Variables.ACT_REASON
        .find(task)
        .ifPresent(reason -> Variables.PROBLEM.setLocal(task, FormSheet.fits(reason)));
  }

  private String message(DelegateTask task, CaseFile file) {
    return Variables.MESSAGE_ID
        .find(task)
        .or(
            () ->
                Variables.SANCTION_ID
                    .find(task)
                    .flatMap(
                        id ->
                            ladder.offences(ladder.find(id).offender()).stream()
                                .filter(offence -> id.equals(offence.sanctionId()))
                                .map(Offence::externalId)
                                .findFirst()))
        .map(id -> conversations.entry(file.caseId(), id))
        .map(CaseMessage::text)
        .orElse("");
  }

  private String words(Sanction sanction) {
    return MeasureWords.of(sanction)
        + (sanction.termEndsAt() == null
            ? ""
            : ", до " + MoscowTime.momentOfYear(sanction.termEndsAt()));
  }
}
