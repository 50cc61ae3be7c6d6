package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.process.Variables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит промежуточный ответ: вопрос уточняется, мы вернёмся с ответом.")
class WriteHoldingReply implements JavaDelegate {

  private final Replies replies;
  private final String text;

  WriteHoldingReply(Replies replies, @Value("${desk.holding-reply}") String text) {
    this.replies = replies;
    this.text = text;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    Variables.REPLY_ID.set(execution, replies.write(caseId, null, ReplyDraft.of(text)));
  }
}
