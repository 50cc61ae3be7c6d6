package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму об обращении, которое человек удалил.")
class LayOutWithdrawn implements TaskListener {

  private final FormSheet sheet;

  LayOutWithdrawn(FormSheet sheet) {
    this.sheet = sheet;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.WITHDRAWN_DECISION);
    Variables.PROBLEM.setLocal(
        task,
        "Пользователь удалил все свои сообщения. Они остались в деле; ответить под удалённым"
            + " комментарием платформа обычно не даёт.");
  }
}
