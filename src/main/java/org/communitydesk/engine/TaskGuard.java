package org.communitydesk.engine;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * A right on a process covers all its tasks; this narrows it to those of the person's own groups.
 * The groups are read from the diagram, because links of a running task can be added by its users.
 */
class TaskGuard extends AuthorizationCommandChecker {

  @Override
  public void checkTaskWork(TaskEntity task) {
    super.checkTaskWork(task);
    Authentication person = actingPerson();
    if (person != null) {
      ensureConcerned(person, task);
      String assignee = task.getAssignee();
      if (assignee != null && !assignee.equals(person.getUserId())) {
        throw new TaskAlreadyClaimedException(task.getId(), assignee);
      }
    }
  }

  @Override
  public void checkTaskAssign(TaskEntity task) {
    super.checkTaskAssign(task);
    Authentication person = actingPerson();
    if (person != null) {
      ensureConcerned(person, task);
    }
  }

  private static Authentication actingPerson() {
    CommandContext context = Context.getCommandContext();
    return context.isAuthorizationCheckEnabled() ? context.getAuthentication() : null;
  }

  private static void ensureConcerned(Authentication person, TaskEntity task) {
    boolean concerned =
        Objects.equals(person.getUserId(), task.getAssignee())
            || groups(person).contains(StaffGroup.ADMINISTRATORS.id())
            || isCandidate(person, task);
    if (!concerned) {
      throw new AuthorizationException(
          "Задача «%s» не для вас: её выполняют другие сотрудники.".formatted(task.getName()));
    }
  }

  private static boolean isCandidate(Authentication person, TaskEntity task) {
    return task.getTaskDefinition() != null
        && task.getTaskDefinition().getCandidateGroupIdExpressions().stream()
            .map((Expression group) -> group.getValue(task))
            .anyMatch(groups(person)::contains);
  }

  private static Set<String> groups(Authentication person) {
    return person.getGroupIds() == null ? Set.of() : Set.copyOf(person.getGroupIds());
  }
}
