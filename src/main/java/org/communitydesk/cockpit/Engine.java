package org.communitydesk.cockpit;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Asks the engine for tasks with the rights of the person who asks us. */
@Component
class Engine {

  private static final String CASE_ID = "caseId";
  private static final String ROLE = "ROLE_";

  private final IdentityService identity;
  private final TaskService tasks;
  private final RuntimeService runtime;

  Engine(IdentityService identity, TaskService tasks, RuntimeService runtime) {
    this.identity = identity;
    this.tasks = tasks;
    this.runtime = runtime;
  }

  /** The cases of those tasks that the person may read, by task id. */
  Map<String, String> casesOf(Principal person, List<String> taskIds) {
    if (taskIds.isEmpty()) {
      return Map.of();
    }
    return as(
        person,
        () -> {
          List<Task> readable =
              tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
          if (readable.isEmpty()) {
            return Map.of();
          }
          Map<String, String> byInstance =
              runtime
                  .createVariableInstanceQuery()
                  .variableName(CASE_ID)
                  .processInstanceIdIn(
                      readable.stream()
                          .map(Task::getProcessInstanceId)
                          .distinct()
                          .toArray(String[]::new))
                  .list()
                  .stream()
                  .collect(
                      Collectors.toMap(
                          VariableInstance::getProcessInstanceId,
                          variable -> (String) variable.getValue(),
                          (a, b) -> a));
          return readable.stream()
              .filter(task -> byInstance.containsKey(task.getProcessInstanceId()))
              .collect(
                  Collectors.toMap(
                      Task::getId, task -> byInstance.get(task.getProcessInstanceId())));
        });
  }

  /** The task when the person may read it. */
  Optional<Task> task(Principal person, String taskId) {
    return as(
        person, () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()));
  }

  private <T> T as(Principal person, Supplier<T> question) {
    List<String> groups =
        person instanceof Authentication signedIn
            ? signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .toList()
            : List.of();
    identity.setAuthentication(person.getName(), groups);
    try {
      return question.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
