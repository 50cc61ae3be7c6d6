package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Готовит форму об обращении, которое человек удалил или в котором запретил писать ему.")
class PrepareWithdrawnForm implements TaskListener {

  private static final String DELETED =
      "Пользователь удалил все свои сообщения. Они остались в деле; ответить под удалённым"
          + " комментарием платформа обычно не даёт.";
  private static final String LEFT =
      "Пользователь запретил писать ему. Его сообщения остались в деле; ответ до него не дойдёт,"
          + " пока он не напишет снова.";

  private final FormSheet sheet;
  private final CaseFiles files;

  PrepareWithdrawnForm(FormSheet sheet, CaseFiles files) {
    this.sheet = sheet;
    this.files = files;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.WITHDRAWN_DECISION);
    Variables.PROBLEM.setLocal(task, files.hasLeft(Variables.CASE_ID.in(task)) ? LEFT : DELETED);
  }
}
