package org.communitydesk.contract;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.communitydesk.process.ProcessVariable;

/** What crosses a border: calls of other processes, inputs and outputs of tasks. */
record CallRules(
    String file, BpmnModelInstance model, Vocabulary words, ModelFiles files, Faults faults) {

  void check() {
    model.getModelElementsByType(CallActivity.class).forEach(this::call);
    model
        .getModelElementsByType(CamundaInputParameter.class)
        .forEach(in -> parameter(in, in.getCamundaName(), in.getTextContent()));
    model
        .getModelElementsByType(CamundaOutputParameter.class)
        .forEach(out -> parameter(out, out.getCamundaName(), out.getTextContent()));
  }

  private void call(CallActivity call) {
    String place = Place.of(file, call);
    if (!files.processes().containsKey(call.getCalledElement())) {
      faults.unknown(place, call.getCalledElement(), "a known process", files.processes().keySet());
    }
    if (!"latest".equals(call.getCamundaCalledElementBinding())) {
      faults.add(place, "the called process should be bound to “latest”.");
    }
    Collection<CamundaIn> ins = all(call, CamundaIn.class);
    if (ins.stream()
        .noneMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))) {
      faults.add(
          place, "the called process needs the business key #{execution.processBusinessKey}.");
    }
    for (CamundaIn in : ins) {
      if (in.getCamundaBusinessKey() == null) {
        mapping(place, in.getCamundaVariables(), in.getCamundaSource(), in.getCamundaTarget());
      }
    }
    for (CamundaOut out : all(call, CamundaOut.class)) {
      mapping(place, out.getCamundaVariables(), out.getCamundaSource(), out.getCamundaTarget());
    }
  }

  private void mapping(String place, String variables, String source, String target) {
    if (variables != null || source == null || target == null) {
      faults.add(place, "variables cross the border one by one, from a name to a name.");
      return;
    }
    known(place, source);
    known(place, target);
  }

  private void parameter(ModelElementInstance at, String name, String value) {
    String place = Place.of(file, at);
    known(place, name);
    Expressions.check(place, value, words, faults);
    ProcessVariable<?> variable = words.variables().get(name);
    if (variable != null && variable.type().isEnum() && !value.contains("{")) {
      Literals.check(place, variable, value.strip(), faults);
    }
  }

  private void known(String place, String name) {
    if (!words.variables().containsKey(name)) {
      faults.unknown(place, name, "a known variable", words.variables().keySet());
    }
  }

  private static <T extends ModelElementInstance> Collection<T> all(
      CallActivity call, Class<T> type) {
    return call.getExtensionElements() == null
        ? List.of()
        : call.getExtensionElements().getChildElementsByType(type);
  }
}
