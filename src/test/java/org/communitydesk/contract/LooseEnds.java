package org.communitydesk.contract;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What Java offers and no file uses, and files that nothing leads to. */
record LooseEnds(Vocabulary words, ModelFiles files, Faults faults) {

  private static final Pattern WORD = Pattern.compile("(\\w+)");
  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

  void check() {
    Set<String> used = new HashSet<>();
    Set<String> beans = new HashSet<>();
    Set<String> messages = new HashSet<>();
    Set<String> errors = new HashSet<>();
    Set<String> forms = new HashSet<>();
    Set<String> decisions = new HashSet<>();
    for (BpmnModelInstance model : files.processes().values()) {
      model.getModelElementsByType(Message.class).forEach(found -> messages.add(found.getName()));
      model.getModelElementsByType(Error.class).forEach(found -> errors.add(found.getErrorCode()));
      model
          .getModelElementsByType(UserTask.class)
          .forEach(task -> forms.add(task.getCamundaFormRef()));
      model
          .getModelElementsByType(BusinessRuleTask.class)
          .forEach(task -> decisions.add(task.getCamundaDecisionRef()));
    }
    for (String text : files.texts().values()) {
      collect(used, WORD, text);
      collect(beans, BEAN, text);
    }

    unused("task", words.delegates().keySet(), beans);
    unused("listener", words.taskListeners().keySet(), beans);
    unused("listener", words.executionListeners().keySet(), beans);
    unused("message", words.messages(), messages);
    unused("error", words.errors(), errors);
    Set<String> variables = new HashSet<>(used);
    variables.addAll(words.variablesUsedInJava());
    unused("variable", words.variables().keySet(), variables);
    unreached(".form", files.forms().keySet(), forms, "no user task shows this form.");
    decisions.addAll(words.askedDecisions());
    unreached(".dmn", files.decisions().keySet(), decisions, "no task asks this decision.");
  }

  private void unused(String kind, Set<String> known, Set<String> used) {
    known.stream()
        .filter(word -> !used.contains(word))
        .forEach(word -> faults.add("processes", "the " + kind + " " + word + " is used nowhere."));
  }

  private void unreached(String ending, Set<String> found, Set<String> named, String sentence) {
    found.stream()
        .filter(file -> !named.contains(file))
        .forEach(file -> faults.add(file + ending, sentence));
  }

  private static void collect(Set<String> used, Pattern pattern, String text) {
    Matcher word = pattern.matcher(text);
    while (word.find()) {
      used.add(word.group(1));
    }
  }
}
