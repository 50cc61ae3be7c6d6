package org.communitydesk.process.task;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.ClosedCases;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Берёт следующие закрытые обращения одного класса, исхода, вида и платформы или говорит, что все просмотрены.")
class NextRetentionGroup implements JavaDelegate {

  private final ClosedCases closed;

  NextRetentionGroup(ClosedCases closed) {
    this.closed = closed;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String last = Variables.RETENTION_GROUP.find(execution).orElse("");
    Optional<ClosedCases.Group> next = closed.after(last);
    Variables.GROUP_LEFT.set(execution, next.isPresent());
    next.ifPresent(
        group -> {
          Variables.RETENTION_GROUP.set(execution, group.key());
          execution.setVariable(Variables.APPEAL_CLASS.name(), group.appealClass());
          execution.setVariable(Variables.SCHEME_OUTCOME.name(), group.outcome());
          execution.setVariable(Variables.KIND.name(), group.kind());
          execution.setVariable(Variables.PLATFORM.name(), group.platform());
        });
  }
}
