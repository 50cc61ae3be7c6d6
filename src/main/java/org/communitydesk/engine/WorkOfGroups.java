package org.communitydesk.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which groups have tasks in which process, as the newest diagrams say. */
final class WorkOfGroups {

  private WorkOfGroups() {}

  static Map<String, Set<StaffGroup>> in(RepositoryService repository) {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .collect(Collectors.toMap(ProcessDefinition::getKey, p -> groupsOf(p, repository)));
  }

  private static Set<StaffGroup> groupsOf(ProcessDefinition process, RepositoryService repository) {
    Collection<UserTask> tasks =
        repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class);
    return Arrays.stream(StaffGroup.values())
        .filter(
            group ->
                tasks.stream()
                    .anyMatch(task -> task.getCamundaCandidateGroupsList().contains(group.id())))
        .collect(Collectors.toSet());
  }
}
