package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму классификации.")
class LayOutAppeal implements TaskListener {

  private final FormSheet sheet;

  LayOutAppeal(FormSheet sheet) {
    this.sheet = sheet;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.APPEAL_CLASS);
  }
}
