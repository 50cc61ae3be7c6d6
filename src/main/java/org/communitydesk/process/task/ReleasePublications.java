package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.Variables;
import org.communitydesk.watch.Outages;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Возобновляет все публикации канала, которые ждали рабочего ключа.")
class ReleasePublications implements JavaDelegate {

  private final Outages outages;

  ReleasePublications(Outages outages) {
    this.outages = outages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outages.release(Account.of(Variables.ACCOUNT.in(execution)));
  }
}
