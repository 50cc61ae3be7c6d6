package org.communitydesk.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.communitydesk.access.OwnCases;
import org.communitydesk.cases.Drafts;
import org.springframework.stereotype.Component;

/** Asks the engine for tasks; it knows who is signed in and what they may read. */
@Component
class Engine implements OwnCases {

  private static final String CASE_ID = "caseId";
  private static final Set<String> ANSWERING = Set.of("prepareReply", "prepareOfficialReply");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final FormService forms;
  private final IdentityService identity;

  Engine(TaskService tasks, RuntimeService runtime, FormService forms, IdentityService identity) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.forms = forms;
    this.identity = identity;
  }

  /** The cases of those tasks that the signed-in person may read, by task id. */
  Map<String, String> casesOf(List<String> taskIds) {
    if (taskIds.isEmpty()) {
      return Map.of();
    }
    TaskQuery asked = tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new));
    List<Task> readable = asked.listPage(0, taskIds.size());
    if (readable.isEmpty()) {
      return Map.of();
    }
    Map<String, String> byInstance =
        casesBehind(readable).stream()
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

  @Override
  public boolean hasTaskOf(String person, String caseId) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseId).taskAssignee(person).count()
            > 0
        || tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskCandidateUser(person)
                .count()
            > 0;
  }

  /** Whoever may read a task may know its case, without a right on the process around it. */
  private List<VariableInstance> casesBehind(List<Task> readable) {
    Authentication person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return runtime
          .createVariableInstanceQuery()
          .variableName(CASE_ID)
          .processInstanceIdIn(
              readable.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new))
          .listPage(0, readable.size());
    } finally {
      identity.setAuthentication(person);
    }
  }

  /** The name of a person as their colleagues know it; the login where they have none. */
  String nameOf(String login) {
    User person = identity.createUserQuery().userId(login).singleResult();
    if (person == null) {
      return login;
    }
    String name =
        Stream.of(person.getFirstName(), person.getLastName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "))
            .strip();
    return name.isEmpty() ? login : name;
  }

  /** Whether that task is assigned to the person. */
  boolean isTheirs(String person, String taskId) {
    return tasks.createTaskQuery().taskId(taskId).taskAssignee(person).count() == 1;
  }

  /**
   * Where the text of that field is kept; the answer to the person belongs to the case, whichever
   * task it is written in.
   *
   * @return empty when the task is not the person's, or has no such field
   */
  Optional<Drafts.Field> fieldOf(String person, String taskId, String field) {
    Task task = tasks.createTaskQuery().taskId(taskId).taskAssignee(person).singleResult();
    if (task == null || !FIELD.matcher(field).matches()) {
      return Optional.empty();
    }
    String caseId = casesOf(List.of(taskId)).get(taskId);
    return Optional.of(
        caseId != null
                && field.equals("replyText")
                && ANSWERING.contains(task.getTaskDefinitionKey())
            ? Drafts.Field.answer(caseId)
            : new Drafts.Field(caseId, taskId, field));
  }

  /**
   * The field in which the common answer to an incident is written, at its page and in its task
   * alike; empty when nobody is asked for one now.
   */
  Optional<Drafts.Field> answerTo(long incident) {
    return Optional.ofNullable(answering(incident))
        .map(task -> new Drafts.Field(null, task.getId(), "replyText"));
  }

  private Task answering(long incident) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey("incident/" + incident)
        .taskDefinitionKey("answerIncident")
        .singleResult();
  }

  /**
   * Submits the form in which the common answer to an incident is written, as the signed-in person.
   *
   * @return false when nobody is asked for one now
   */
  boolean answerIncident(long incident, String text, List<String> caseIds) {
    Task task = answering(incident);
    if (task == null) {
      return false;
    }
    forms.submitTaskForm(
        task.getId(),
        Map.of(
            "incidentDecision",
            "ANSWER",
            "replyText",
            text,
            "caseIds",
            String.join(", ", caseIds)));
    return true;
  }
}
