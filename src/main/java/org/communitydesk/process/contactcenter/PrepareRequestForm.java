package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму запроса в контактный центр: показывает вопрос и оба срока.")
class PrepareRequestForm implements TaskListener {

  private final FormSheet sheet;
  private final Requests requests;

  PrepareRequestForm(FormSheet sheet, Requests requests) {
    this.sheet = sheet;
    this.requests = requests;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.REQUEST_DUE_AT.find(task).orElse(null), Variables.OVERDUE_DECISION);
    Variables.USER_DEADLINE_TEXT.setLocal(
        task, Variables.DUE_AT.find(task).map(FormSheet::moscow).orElse(""));
    Variables.CONTACT_CENTER_ANSWER.setLocal(task, "");
    requests
        .find(Variables.REQUEST_ID.in(task))
        .ifPresent(
            request -> Variables.QUESTION.setLocal(task, FormSheet.fits(request.question())));
  }
}
