package org.communitydesk.contract;

import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where in a diagram something stands, as its owner finds it: file › «label» (id). */
final class Place {

  private Place() {}

  static String of(String file, ModelElementInstance element) {
    ModelElementInstance shown = element;
    while (shown != null && !(shown instanceof FlowElement)) {
      shown = shown.getParentElement();
    }
    return shown == null
        ? file + ".bpmn"
        : "%s.bpmn › «%s» (%s)"
            .formatted(file, label((FlowElement) shown), shown.getAttributeValue("id"));
  }

  private static String label(FlowElement element) {
    if (element instanceof SequenceFlow flow) {
      return word(flow.getSource())
          + " → "
          + word(flow.getTarget())
          + (flow.getName() == null ? "" : ", " + flow.getName());
    }
    return element.getName() == null ? "" : element.getName();
  }

  private static String word(FlowElement element) {
    return element.getName() == null ? element.getId() : element.getName();
  }
}
