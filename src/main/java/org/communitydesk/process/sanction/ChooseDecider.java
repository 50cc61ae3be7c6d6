package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Approvers;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Находит, кто решает о бессрочной мере: старшие смены, а если другого нет — администраторы.")
class ChooseDecider implements JavaDelegate {

  private final Approvers approvers;

  ChooseDecider(Approvers approvers) {
    this.approvers = approvers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String proposer = Variables.CONFIRMED_BY.find(execution).orElse("");
    Variables.DECIDER_GROUP.set(execution, approvers.groupWithout(proposer));
  }
}
