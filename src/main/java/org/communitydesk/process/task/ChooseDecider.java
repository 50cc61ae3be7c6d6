package org.communitydesk.process.task;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Находит, кто решает о бессрочной мере: старшие смены, а если другого нет — администраторы.")
class ChooseDecider implements JavaDelegate {

  private static final String SUPERVISORS = "supervisors";
  private static final String ADMINISTRATORS = "camunda-admin";

  private final IdentityService identity;

  ChooseDecider(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String proposer = Variables.CONFIRMED_BY.find(execution).orElse("");
    long all = identity.createUserQuery().memberOfGroup(SUPERVISORS).count();
    long own = identity.createUserQuery().memberOfGroup(SUPERVISORS).userId(proposer).count();
    Variables.DECIDER_GROUP.set(execution, all > own ? SUPERVISORS : ADMINISTRATORS);
  }
}
