package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Replies;
import org.communitydesk.process.ApprovalFacts;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму согласования: показывает ответ и факты, из-за которых нужно согласие.")
class PrepareApprovalForm implements TaskListener {

  private final FormSheet sheet;
  private final Replies replies;
  private final ReplyCheck check;

  PrepareApprovalForm(FormSheet sheet, Replies replies, ReplyCheck check) {
    this.sheet = sheet;
    this.replies = replies;
    this.check = check;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.APPROVAL_DECISION);
    long replyId = Variables.REPLY_ID.in(task);
    String text = replies.text(replyId);
    Variables.REPLY_SHOWN.setLocal(task, FormSheet.fits(text));
    sheet.replyField(task, file, text);
    Variables.REMARK.setLocal(task, "");
    Variables.PROBLEM.setLocal(task, ApprovalFacts.of(task, check.of(file, replies.of(replyId))));
  }
}
