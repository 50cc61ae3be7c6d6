package org.communitydesk.process.form;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Replies;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму согласования: показывает ответ.")
class LayOutApproval implements TaskListener {

  private final FormSheet sheet;
  private final Replies replies;

  LayOutApproval(FormSheet sheet, Replies replies) {
    this.sheet = sheet;
    this.replies = replies;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.APPROVAL_DECISION);
    Variables.REPLY_SHOWN.setLocal(task, FormSheet.fits(replies.text(Variables.REPLY_ID.in(task))));
    Variables.REMARK.setLocal(task, "");
  }
}
