package org.communitydesk.contract;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConnector;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What diagrams of this house never use, because nobody could check it. */
record ForbiddenRules(String file, BpmnModelInstance model, Faults faults) {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  private static final List<String> ATTRIBUTES =
      List.of(
          "class",
          "expression",
          "formKey",
          "topic",
          "type",
          "formHandlerClass",
          "taskPriority",
          "variableMappingClass",
          "variableMappingDelegateExpression",
          "resultVariable");

  private static final Map<Class<? extends ModelElementInstance>, String> ELEMENTS =
      Map.of(
          ScriptTask.class, "scripts are not allowed.",
          CamundaScript.class, "scripts are not allowed.",
          CamundaConnector.class, "connectors are not allowed.",
          CamundaField.class, "injected fields are not allowed.",
          CamundaFormData.class, "forms stand in files of their own.",
          SignalEventDefinition.class, "signals are not allowed: use a message.",
          ManualTask.class, "a manual task does nothing: use a user task.");

  void check() {
    ELEMENTS.forEach(
        (type, sentence) ->
            model
                .getModelElementsByType(type)
                .forEach(found -> faults.add(Place.of(file, found), sentence)));
    model.getModelElementsByType(Task.class).stream()
        .filter(task -> task.getElementType().getTypeName().equals("task"))
        .forEach(
            task -> faults.add(Place.of(file, task), "the task has no type and does nothing."));
    model.getModelElementsByType(BaseElement.class).forEach(this::attributes);
    model.getModelElementsByType(CamundaTaskListener.class).forEach(this::attributes);
    model.getModelElementsByType(CamundaExecutionListener.class).forEach(this::attributes);
  }

  private void attributes(ModelElementInstance element) {
    for (String attribute : ATTRIBUTES) {
      boolean namespaced = element.getDomElement().hasAttribute(CAMUNDA, attribute);
      boolean own =
          !(element instanceof BaseElement) && element.getDomElement().hasAttribute(attribute);
      if (namespaced || own) {
        faults.add(
            Place.of(file, element),
            "“" + attribute + "” is not allowed: use a delegate expression.");
      }
    }
  }
}
