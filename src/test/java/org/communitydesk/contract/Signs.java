package org.communitydesk.contract;

import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.communitydesk.contract.Drawing.Box;

/** The small signs that tell one kind of box from another. */
final class Signs {

  /** Adds a piece of SVG, its numbers in the places of {@code %s}. */
  interface Pen {
    void add(String format, Object... values);
  }

  private static final Map<String, String> EVENTS =
      Map.of(
          "messageEventDefinition",
          "<path transform=\"translate(%s %s)\" d=\"M-8 -5.5h16v11h-16zL0 1L8 -5.5\"/>\n",
          "timerEventDefinition",
          "<path transform=\"translate(%s %s)\" d=\"M0 -10A10 10 0 1 1 -0.1 -10M0 -7V0L5 2\"/>\n",
          "escalationEventDefinition",
          "<path transform=\"translate(%s %s)\" d=\"M0 -10L7 9L0 1L-7 9Z\"/>\n",
          "errorEventDefinition",
          "<path transform=\"translate(%s %s)\" d=\"M-8 7L-3 -7L3 3L8 -7L3 9L-3 -1Z\"/>\n",
          "terminateEventDefinition",
          "<circle transform=\"translate(%s %s)\" r=\"10\" fill=\"#222\"/>\n");

  private Signs() {}

  static void event(Event event, Box box, Pen pen) {
    double x = box.middle();
    double y = (box.top() + box.bottom()) / 2;
    boolean waits =
        (event instanceof StartEvent start && !start.isInterrupting())
            || (event instanceof BoundaryEvent border && !border.cancelActivity());
    String dashes = waits ? " stroke-dasharray=\"4 3\"" : "";
    pen.add(
        "<circle cx=\"%s\" cy=\"%s\" r=\"18\" fill=\"#fff\"%s%s/>\n",
        x, y, event instanceof EndEvent ? " stroke-width=\"3.5\"" : "", dashes);
    if (!(event instanceof StartEvent || event instanceof EndEvent)) {
      pen.add("<circle cx=\"%s\" cy=\"%s\" r=\"14.5\"%s/>\n", x, y, dashes);
    }
    for (EventDefinition definition : event.getChildElementsByType(EventDefinition.class)) {
      pen.add(EVENTS.get(definition.getElementType().getTypeName()), x, y);
    }
  }

  static void gateway(BaseElement gateway, double x, double y, Pen pen) {
    if (gateway instanceof EventBasedGateway) {
      pen.add(
          "<g transform=\"translate(%s %s)\" stroke-width=\"1\"><circle r=\"14\"/><circle r=\"11\"/><path d=\"M0 -7L7 -2L4 6H-4L-7 -2Z\"/></g>\n",
          x, y);
    } else {
      pen.add(
          "<path transform=\"translate(%s %s)\" d=\"M-7 -8L7 8M7 -8L-7 8\" stroke-width=\"3.5\"/>\n",
          x, y);
    }
  }

  static String border(BaseElement activity) {
    if (activity instanceof CallActivity) {
      return "stroke-width=\"4\"";
    }
    return activity instanceof SubProcess sub && sub.triggeredByEvent()
        ? "stroke-dasharray=\"1 3\""
        : "";
  }

  static void activity(BaseElement activity, Box box, Pen pen) {
    double x = box.left() + 14;
    double y = box.top() + 14;
    if (activity instanceof SubProcess || activity instanceof CallActivity) {
      pen.add(
          "<path transform=\"translate(%s %s)\" d=\"M-7 -14h14v14h-14zM0 -11v8M-4 -7h8\"/>\n",
          box.middle(), box.bottom() - 4);
    } else if (activity instanceof UserTask) {
      pen.add(
          "<path transform=\"translate(%s %s)\" d=\"M-7 8V3Q-7 -1 0 -1Q7 -1 7 3V8ZM0 -9A4 4 0 1 1 -0.1 -9\" stroke-width=\"1\"/>\n",
          x, y);
    } else if (activity instanceof ServiceTask) {
      pen.add(
          "<g transform=\"translate(%s %s)\" stroke-width=\"1\"><circle r=\"6\" stroke-width=\"3\" stroke-dasharray=\"2.4 2.3\"/><circle r=\"4.5\"/><circle r=\"2\"/></g>\n",
          x, y);
    } else if (activity instanceof BusinessRuleTask) {
      pen.add(
          "<path transform=\"translate(%s %s)\" d=\"M-9 -6h18v12h-18zM-9 -2h18M-9 2h18M-3 -2v8\" stroke-width=\"1\"/>\n",
          x, y);
    }
  }
}
