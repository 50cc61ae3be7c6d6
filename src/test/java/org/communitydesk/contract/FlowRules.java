package org.communitydesk.contract;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.communitydesk.process.ProcessVariable;

/** Gateways ask questions, arrows answer them. */
record FlowRules(String file, BpmnModelInstance model, Vocabulary words, Faults faults) {

  void check() {
    model
        .getModelElementsByType(ExclusiveGateway.class)
        .forEach(gateway -> split(gateway, gateway.getDefault()));
    model
        .getModelElementsByType(InclusiveGateway.class)
        .forEach(gateway -> split(gateway, gateway.getDefault()));
    model.getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> flow.getConditionExpression() != null)
        .forEach(this::condition);
  }

  private void split(Gateway gateway, SequenceFlow otherwise) {
    if (gateway.getOutgoing().size() < 2) {
      return;
    }
    if (gateway.getName() == null || !gateway.getName().strip().endsWith("?")) {
      faults.add(Place.of(file, gateway), "the label should be a question.");
    }
    if (otherwise == null) {
      faults.add(Place.of(file, gateway), "one arrow should be the default.");
    }
    for (SequenceFlow flow : gateway.getOutgoing()) {
      if (flow.getName() == null || flow.getName().isBlank()) {
        faults.add(Place.of(file, flow), "the arrow needs a label.");
      }
      if (flow != otherwise && flow.getConditionExpression() == null) {
        faults.add(Place.of(file, flow), "the arrow needs a condition.");
      }
      if (flow == otherwise && flow.getConditionExpression() != null) {
        faults.add(Place.of(file, flow), "the default arrow has no condition.");
      }
    }
  }

  private void condition(SequenceFlow flow) {
    String place = Place.of(file, flow);
    String text = flow.getConditionExpression().getTextContent();
    Optional<Condition> condition = Condition.of(text);
    if (condition.isEmpty() || flow.getConditionExpression().getLanguage() != null) {
      faults.add(place, text + " should be like ${unread} or ${replyDecision == 'REPLY'}.");
      return;
    }
    for (String flag : condition.get().flags()) {
      ProcessVariable<?> variable = known(place, flag, text);
      if (variable != null && variable.type() != Boolean.class) {
        faults.add(place, flag + " is not a yes or no: compare it with a value.");
      }
    }
    condition.get().empties().forEach(variable -> known(place, variable, text));
    for (Condition.Comparison comparison : condition.get().comparisons()) {
      ProcessVariable<?> variable = known(place, comparison.variable(), text);
      if (variable != null) {
        Literals.check(place, variable, comparison.value(), faults);
      }
    }
  }

  private ProcessVariable<?> known(String place, String name, String text) {
    if (!words.variables().containsKey(name)) {
      faults.unknown(place, name, text, "built from known variables", words.variables().keySet());
    }
    return words.variables().get(name);
  }
}
