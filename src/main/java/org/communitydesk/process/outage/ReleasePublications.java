package org.communitydesk.process.outage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.channelhealth.OutageProcess;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Возобновляет все публикации канала, которые ждали рабочего ключа.")
class ReleasePublications implements JavaDelegate {

  private final OutageProcess outageProcess;

  ReleasePublications(OutageProcess outageProcess) {
    this.outageProcess = outageProcess;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outageProcess.release(Account.of(Variables.ACCOUNT.in(execution)));
  }
}
