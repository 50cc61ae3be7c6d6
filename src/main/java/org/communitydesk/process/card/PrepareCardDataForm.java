package org.communitydesk.process.card;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Conversations;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму, в которой решают, скрыть ли сообщение с данными карты.")
class PrepareCardDataForm implements TaskListener {

  private final FormSheet sheet;
  private final Conversations conversations;

  PrepareCardDataForm(FormSheet sheet, Conversations conversations) {
    this.sheet = sheet;
    this.conversations = conversations;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.CARD_DECISION);
    Variables.MESSAGE_SHOWN.setLocal(
        task,
        FormSheet.fits(conversations.entry(file.caseId(), Variables.MESSAGE_ID.in(task)).text()));
  }
}
