package org.communitydesk.contract;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.communitydesk.contract.Vocabulary.Verb;

/** What tasks name: delegates, listeners, forms, groups, decisions. */
record TaskRules(
    String file, BpmnModelInstance model, Vocabulary words, ModelFiles files, Faults faults) {

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

  void check() {
    model.getModelElementsByType(ServiceTask.class).forEach(this::service);
    model.getModelElementsByType(UserTask.class).forEach(this::user);
    model.getModelElementsByType(BusinessRuleTask.class).forEach(this::decision);
    model
        .getModelElementsByType(CamundaTaskListener.class)
        .forEach(
            listener ->
                bean(
                    listener,
                    listener.getCamundaDelegateExpression(),
                    "a known listener of forms",
                    words.taskListeners()));
    model
        .getModelElementsByType(CamundaExecutionListener.class)
        .forEach(
            listener ->
                bean(
                    listener,
                    listener.getCamundaDelegateExpression(),
                    "a known listener",
                    words.executionListeners()));
  }

  private void service(ServiceTask task) {
    Verb verb = bean(task, task.getCamundaDelegateExpression(), "a known task", words.delegates());
    if (verb == null) {
      return;
    }
    if (!task.getId().startsWith(verb.bean())) {
      add(
          task,
          "the id should be " + verb.bean() + ", for a second use with more words behind it.");
    }
    if (verb.leavesTheHouse() && !task.isCamundaAsyncBefore()) {
      add(task, "the task leaves the house and needs “asynchronous before”.");
    }
    if (verb.leavesTheHouse()
        && (task.getExtensionElements() == null
            || task.getExtensionElements()
                .getChildElementsByType(CamundaFailedJobRetryTimeCycle.class)
                .isEmpty())) {
      add(task, "the task leaves the house and needs a retry time cycle.");
    }
    if (verb.throwsErrors()
        && model.getModelElementsByType(BoundaryEvent.class).stream()
            .noneMatch(event -> event.getAttachedTo() == task && catchesError(event))) {
      add(task, "the task can fail for good and needs an error event on its border.");
    }
  }

  private static boolean catchesError(BoundaryEvent event) {
    return event.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
  }

  private void user(UserTask task) {
    String form = task.getCamundaFormRef();
    if (form == null || !files.forms().containsKey(form)) {
      faults.unknown(place(task), form == null ? "" : form, "a known form", files.forms().keySet());
    } else if (!form.equals(kebab(task.getId()))) {
      add(task, "the task should have the form " + kebab(task.getId()) + ".");
    }
    if (!"latest".equals(task.getCamundaFormRefBinding())) {
      add(task, "the form should be bound to “latest”.");
    }
    if (task.getCamundaCandidateGroups() == null) {
      add(task, "the task needs candidate groups, or nobody finds it.");
    }
    task.getCamundaCandidateGroupsList().stream()
        .filter(group -> !words.groups().contains(group) && !isVariable(group))
        .forEach(
            group -> faults.unknown(place(task), group, "a known group of people", words.groups()));
    for (String expression : Arrays.asList(task.getCamundaDueDate(), task.getCamundaPriority())) {
      Expressions.check(place(task), expression, words, faults);
    }
  }

  private void decision(BusinessRuleTask task) {
    if (!files.decisions().containsKey(task.getCamundaDecisionRef())) {
      faults.unknown(
          place(task),
          String.valueOf(task.getCamundaDecisionRef()),
          "a known decision",
          files.decisions().keySet());
    }
    if (!"latest".equals(task.getCamundaDecisionRefBinding())) {
      add(task, "the decision should be bound to “latest”.");
    }
    if (task.getCamundaResultVariable() != null) {
      add(task, "a result variable is not allowed: name the outputs one by one.");
    }
  }

  private Verb bean(
      ModelElementInstance at, String expression, String kind, SortedMap<String, Verb> known) {
    Matcher bean = BEAN.matcher(expression == null ? "" : expression);
    if (!bean.matches()) {
      add(
          at,
          "a delegate expression like ${"
              + known.keySet().stream().findFirst().orElse("")
              + "} is missing.");
      return null;
    }
    if (!known.containsKey(bean.group(1))) {
      faults.unknown(place(at), bean.group(1), expression, kind, known.keySet());
    }
    return known.get(bean.group(1));
  }

  private static String kebab(String id) {
    return id.replaceAll("([A-Z]|[0-9]+)", "-$1").toLowerCase(java.util.Locale.ROOT);
  }

  /** A group that a delegate has found out. */
  private boolean isVariable(String group) {
    return group.startsWith("${")
        && group.endsWith("}")
        && words.variables().containsKey(group.substring(2, group.length() - 1));
  }

  private void add(ModelElementInstance at, String sentence) {
    faults.add(place(at), sentence);
  }

  private String place(ModelElementInstance at) {
    return Place.of(file, at);
  }
}
