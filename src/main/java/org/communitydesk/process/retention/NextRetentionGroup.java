package org.communitydesk.process.retention;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.ClosedCases;
import org.communitydesk.privacy.Expiry;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Берёт следующие закрытые обращения одного класса, исхода, вида и платформы, после них — строки, которые ни к"
        + " какому обращению не относятся, или говорит, что всё просмотрено.")
class NextRetentionGroup implements JavaDelegate {

  static final String APPEAL = "APPEAL";

  private final ClosedCases closed;
  private final Expiry expiry;

  NextRetentionGroup(ClosedCases closed, Expiry expiry) {
    this.closed = closed;
    this.expiry = expiry;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String matter = Variables.RETENTION_MATTER.find(execution).orElse(APPEAL);
    Optional<ClosedCases.Group> group =
        matter.equals(APPEAL)
            ? closed.after(Variables.RETENTION_GROUP.find(execution).orElse(""))
            : Optional.empty();
    Optional<String> next =
        group.isPresent() ? Optional.of(APPEAL) : expiry.after(matter.equals(APPEAL) ? "" : matter);
    Variables.GROUP_LEFT.set(execution, next.isPresent());
    Variables.RETENTION_LAST.set(execution, 0L);
    next.ifPresent(one -> Variables.RETENTION_MATTER.set(execution, one));
    group.ifPresent(one -> Variables.RETENTION_GROUP.set(execution, one.key()));
    execution.setVariable(
        Variables.APPEAL_CLASS.name(), group.map(ClosedCases.Group::appealClass).orElse(null));
    execution.setVariable(
        Variables.SCHEME_OUTCOME.name(), group.map(ClosedCases.Group::outcome).orElse(null));
    execution.setVariable(Variables.KIND.name(), group.map(ClosedCases.Group::kind).orElse(null));
    execution.setVariable(
        Variables.PLATFORM.name(), group.map(ClosedCases.Group::platform).orElse(null));
  }
}
