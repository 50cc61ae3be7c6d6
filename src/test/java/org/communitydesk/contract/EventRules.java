package org.communitydesk.contract;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** What events wait for: messages, errors, times. */
record EventRules(String file, BpmnModelInstance model, Vocabulary words, Faults faults) {

  void check() {
    model.getModelElementsByType(MessageEventDefinition.class).forEach(this::message);
    model.getModelElementsByType(ErrorEventDefinition.class).forEach(this::error);
    model.getModelElementsByType(TimerEventDefinition.class).forEach(this::timer);
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
