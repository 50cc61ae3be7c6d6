package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Сверяет с лестницей блокировки людей, о которых сообщила платформа (account), по частям: говорит, остались ли ещё (bansLeft).")
class CompareHeardBans implements OutsideTask {

  private final Reconciliation reconciliation;

  CompareHeardBans(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Account account = Account.of(Variables.ACCOUNT.in(execution));
    Variables.BANS_LEFT.set(execution, reconciliation.compareHeard(account));
    reconciliation.ask(Integer.parseInt(Variables.MOST_TASKS.in(execution)));
  }
}
