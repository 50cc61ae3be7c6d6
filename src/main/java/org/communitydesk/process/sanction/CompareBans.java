package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Читает или сверяет с лестницей одну часть чёрного списка сообщества (account), спрашивает старших смены о новых расхождениях, не больше чем о mostTasks сразу, и говорит, осталось ли что сверять (bansLeft). Если список не прочитан целиком, не решает ничего.")
class CompareBans implements OutsideTask {

  private final Reconciliation reconciliation;

  CompareBans(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Account account = Account.of(Variables.ACCOUNT.in(execution));
    Variables.BANS_LEFT.set(execution, reconciliation.compareNext(account));
    reconciliation.ask(Integer.parseInt(Variables.MOST_TASKS.in(execution)));
  }
}
