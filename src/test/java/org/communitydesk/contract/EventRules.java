package org.communitydesk.contract;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What events wait for: messages, errors, times. */
record EventRules(String file, BpmnModelInstance model, Vocabulary words, Faults faults) {

  void check() {
    model.getModelElementsByType(MessageEventDefinition.class).forEach(this::message);
    model.getModelElementsByType(ErrorEventDefinition.class).forEach(this::error);
    model.getModelElementsByType(TimerEventDefinition.class).forEach(this::timer);
    model.getModelElementsByType(EscalationEventDefinition.class).forEach(this::escalation);
  }

  private void message(MessageEventDefinition event) {
    Message message = event.getMessage();
    String name = message == null ? "" : message.getName();
    if (!words.messages().contains(name)) {
      faults.unknown(Place.of(file, event), name, "a known message", words.messages());
    }
  }

  private void error(ErrorEventDefinition event) {
    Error error = event.getError();
    String code = error == null ? "" : error.getErrorCode();
    if (!words.errors().contains(code)) {
      faults.unknown(Place.of(file, event), code, "a known error", words.errors());
    }
  }

  /** What leaves a subprocess by an escalation is caught around it, and the other way round. */
  private void escalation(EscalationEventDefinition event) {
    Escalation escalation = event.getEscalation();
    if (escalation == null || escalation.getEscalationCode() == null) {
      faults.add(Place.of(file, event), "the event needs an escalation with a code.");
      return;
    }
    boolean thrown = event.getParentElement() instanceof EndEvent;
    String code = escalation.getEscalationCode();
    if (thrown && around(event).noneMatch(around -> isCaughtAt(around, code))) {
      faults.add(Place.of(file, event), "nothing around it catches " + code + ".");
    }
    if (event.getParentElement() instanceof BoundaryEvent border
        && escalations(code)
            .noneMatch(other -> around(other).anyMatch(border.getAttachedTo()::equals))) {
      faults.add(Place.of(file, event), "nothing inside throws " + code + ".");
    }
  }

  private static Stream<ModelElementInstance> around(ModelElementInstance event) {
    return Stream.iterate(event, Objects::nonNull, ModelElementInstance::getParentElement)
        .filter(SubProcess.class::isInstance);
  }

  private boolean isCaughtAt(ModelElementInstance subProcess, String code) {
    return escalations(code)
        .map(ModelElementInstance::getParentElement)
        .anyMatch(
            caught ->
                caught instanceof StartEvent
                    || (caught instanceof BoundaryEvent border
                        && border.getAttachedTo().equals(subProcess)));
  }

  private Stream<EscalationEventDefinition> escalations(String code) {
    return model.getModelElementsByType(EscalationEventDefinition.class).stream()
        .filter(
            event ->
                event.getEscalation() != null
                    && code.equals(event.getEscalation().getEscalationCode()));
  }

  private void timer(TimerEventDefinition timer) {
    String place = Place.of(file, timer);
    Expression time =
        timer.getTimeDuration() != null
            ? timer.getTimeDuration()
            : timer.getTimeDate() != null ? timer.getTimeDate() : timer.getTimeCycle();
    if (time == null) {
      faults.add(place, "the timer has no time.");
      return;
    }
    String text = time.getTextContent().strip();
    Expressions.check(place, text, words, faults);
    if (time == timer.getTimeDuration() && !text.contains("{") && !isDuration(text)) {
      faults.add(place, text + " is not a duration like PT30S, PT5M or P3D.");
    }
  }

  static boolean isDuration(String text) {
    try {
      Duration.parse(text);
      return true;
    } catch (DateTimeException noTime) {
      try {
        Period.parse(text);
        return true;
      } catch (DateTimeException neither) {
        return false;
      }
    }
  }
}
