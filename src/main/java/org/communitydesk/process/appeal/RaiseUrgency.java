package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Поднимает открытые задачи обращения наверх очереди (вход urgentPriority).")
class RaiseUrgency implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    int least = Integer.parseInt(Variables.URGENT_PRIORITY.in(execution));
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(execution.getProcessBusinessKey())
        .listPage(0, 100)
        .stream()
        .filter(task -> task.getPriority() < least)
        .forEach(task -> tasks.setPriority(task.getId(), least));
  }
}
