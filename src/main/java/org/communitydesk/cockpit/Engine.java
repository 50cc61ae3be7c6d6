package org.communitydesk.cockpit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Asks the engine for tasks; it knows who is signed in and what they may read. */
@Component
class Engine {

  private static final String CASE_ID = "caseId";

  private final TaskService tasks;
  private final RuntimeService runtime;

  Engine(TaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  /** The cases of those tasks that the signed-in person may read, by task id. */
  Map<String, String> casesOf(List<String> taskIds) {
    if (taskIds.isEmpty()) {
      return Map.of();
    }
    List<Task> readable =
        tasks
            .createTaskQuery()
            .taskIdIn(taskIds.toArray(String[]::new))
            .listPage(0, taskIds.size());
    if (readable.isEmpty()) {
      return Map.of();
    }
    Map<String, String> byInstance =
        runtime
            .createVariableInstanceQuery()
            .variableName(CASE_ID)
            .processInstanceIdIn(
                readable.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
            .listPage(0, readable.size())
            .stream()
            .collect(
                Collectors.toMap(
                    VariableInstance::getProcessInstanceId,
                    variable -> (String) variable.getValue(),
                    (a, b) -> a));
    return readable.stream()
        .filter(task -> byInstance.containsKey(task.getProcessInstanceId()))
        .collect(
            Collectors.toMap(Task::getId, task -> byInstance.get(task.getProcessInstanceId())));
  }

  /** Whether that task is assigned to the person. */
  boolean isTheirs(String person, String taskId) {
    return tasks.createTaskQuery().taskId(taskId).taskAssignee(person).count() == 1;
  }
}
