package org.communitydesk.process.card;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.Variables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Кладёт в пустой черновик объяснение, почему сообщение с данными карты скрыто.")
class WriteCardReply implements JavaDelegate {

  private final CaseFiles files;
  private final String text;

  WriteCardReply(CaseFiles files, @Value("${desk.card-reply}") String text) {
    this.files = files;
    this.text = text;
  }

  @Override
  public void execute(DelegateExecution execution) {
    files.suggest(Variables.CASE_ID.in(execution), text);
  }
}
