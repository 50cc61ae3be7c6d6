package org.communitydesk.process.appeal;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.LostReplies;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.communitydesk.triage.Decisions;
import org.communitydesk.triage.Suggestion;
import org.communitydesk.triage.Triage;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму классификации.")
class PrepareAppealForm implements TaskListener {

  private final FormSheet sheet;
  private final Conversations conversations;
  private final Triage triage;
  private final Decisions decisions;
  private final Knowledge knowledge;
  private final LostReplies lost;

  PrepareAppealForm(
      FormSheet sheet,
      Conversations conversations,
      Triage triage,
      Decisions decisions,
      Knowledge knowledge,
      LostReplies lost) {
    this.sheet = sheet;
    this.conversations = conversations;
    this.triage = triage;
    this.decisions = decisions;
    this.knowledge = knowledge;
    this.lost = lost;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.APPEAL_CLASS);
    String caseId = Submitted.caseId(task);
    CaseMessage caseMessage = conversations.answered(caseId, null);
    Suggestion suggestion = triage.suggest(List.of(caseMessage.text())).get(0);
    decisions.suggested(caseId, caseMessage.id(), suggestion);
    Optional<String> topic = knowledge.topic(caseMessage.text());
    if (Variables.UNREAD.find(task).orElse(false)) {
      Variables.PROBLEM.setLocal(
          task,
          lost.latest(caseId)
              .map(FormSheet::words)
              .orElse(
                  "Пользователь написал ещё, пока обращение закрывали. Прочитайте и решите, что"
                      + " с ним делать."));
      task.getExecution().removeVariable(Variables.UNREAD.name());
    }
    Variables.SUGGESTION_TEXT.setLocal(task, FormSheet.fits(SuggestionWords.of(suggestion, topic)));
  }
}
