package org.communitydesk.process.sanction;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Выбирает следующее сообщество, чьи блокировки ещё не сверены (account), или говорит, что все сверены.")
class NextAccount implements JavaDelegate {

  private final Reconciliation reconciliation;

  NextAccount(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<Account> next = reconciliation.after(Variables.ACCOUNT.find(execution).orElse(null));
    Variables.ACCOUNT_LEFT.set(execution, next.isPresent());
    next.ifPresent(account -> Variables.ACCOUNT.set(execution, account.toString()));
  }
}
