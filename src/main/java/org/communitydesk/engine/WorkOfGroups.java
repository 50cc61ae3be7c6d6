package org.communitydesk.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which groups have tasks in which process, as the newest diagrams say. */
final class WorkOfGroups {

  /** Found out by a delegate: supervisors, or administrators where no other one is left. */
  private static final String DECIDERS = "${deciderGroup}";

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
                    .map(UserTask::getCamundaCandidateGroupsList)
                    .anyMatch(groups -> holds(groups, group)))
        .collect(Collectors.toSet());
  }

  private static boolean holds(List<String> groups, StaffGroup group) {
    return groups.contains(group.id())
        || (group == StaffGroup.SUPERVISORS && groups.contains(DECIDERS));
  }
}
