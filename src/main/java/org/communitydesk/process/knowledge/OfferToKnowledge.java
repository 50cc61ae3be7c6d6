package org.communitydesk.process.knowledge;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Предлагает ответ контактного центра в базу знаний: появляется черновик скрипта.")
class OfferToKnowledge implements JavaDelegate {

  private final Requests requests;
  private final Knowledge knowledge;

  OfferToKnowledge(Requests requests, Knowledge knowledge) {
    this.requests = requests;
    this.knowledge = knowledge;
  }

  @Override
  public void execute(DelegateExecution execution) {
    requests
        .find(Variables.REQUEST_ID.in(execution))
        .ifPresent(
            request ->
                knowledge.offer(
                    request.question(), request.answer(), "Контактный центр", request.caseId()));
  }
}
