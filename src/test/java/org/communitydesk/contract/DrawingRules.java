package org.communitydesk.contract;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.communitydesk.contract.Drawing.Box;
import org.communitydesk.contract.Drawing.Line;
import org.communitydesk.contract.Drawing.Stretch;

/** A level of a diagram is clean when nothing lies on anything else. */
record DrawingRules(String file, Drawing drawing, Faults faults) {

  private static final int BOX_PIXELS = 12;
  private static final int PADDING = 12;

  void check() {
    List<Line> lines = drawing.lines();
    for (int i = 0; i < lines.size(); i++) {
      for (Line other : lines.subList(i + 1, lines.size())) {
        if (meet(lines.get(i), other)) {
          add(lines.get(i).element(), "the line crosses " + other.element().getId() + ".");
        }
      }
      through(lines.get(i));
    }
    drawing.labels().forEach(this::label);
    drawing.boxes().forEach(this::words);
  }

  /** Flows that lead to the left. */
  List<String> back() {
    return drawing.lines().stream()
        .filter(line -> line.element() instanceof SequenceFlow)
        .filter(line -> drawing.boxOf(line.to()).middle() < drawing.boxOf(line.from()).middle() - 1)
        .map(line -> line.element().getId())
        .toList();
  }

  private static boolean meet(Line one, Line other) {
    return one.stretches().stream()
        .anyMatch(stretch -> other.stretches().stream().anyMatch(stretch::crosses));
  }

  private void through(Line line) {
    drawing.boxes().stream()
        .filter(box -> !isAtTheEndOf(line, box.element()))
        .filter(box -> line.stretches().stream().anyMatch(box::meets))
        .forEach(
            box -> add(line.element(), "the line goes through " + box.element().getId() + "."));
  }

  private static boolean isAtTheEndOf(Line line, BaseElement element) {
    BaseElement owner = Drawing.owner(element);
    return owner.equals(Drawing.owner(line.from())) || owner.equals(Drawing.owner(line.to()));
  }

  private void label(Box label) {
    for (Line line : drawing.lines()) {
      for (Stretch stretch : line.stretches()) {
        if (label.meets(stretch)) {
          add(label.element(), "the label lies on the line " + line.element().getId() + ".");
        }
      }
    }
    for (Box box : drawing.boxes()) {
      boolean diamond = box.element() instanceof Gateway;
      if (diamond ? label.meetsDiamond(box) : label.meets(box)) {
        add(label.element(), "the label lies on " + box.element().getId() + ".");
      }
    }
    for (Box other : drawing.labels()) {
      if (!other.equals(label) && label.meets(other)) {
        add(label.element(), "the label lies on the label of " + other.element().getId() + ".");
      }
    }
    if (label.element() instanceof FlowElement named) {
      tooLong(named.getName(), Letters.LABEL_PIXELS, Letters.LABEL_WIDTH)
          .forEach(word -> add(label.element(), "the word " + word + " does not fit."));
    }
  }

  private void words(Box box) {
    String text =
        box.element() instanceof TextAnnotation note
            ? note.getText().getTextContent()
            : box.element() instanceof Activity activity ? activity.getName() : "";
    tooLong(text, BOX_PIXELS, box.right() - box.left() - PADDING)
        .forEach(word -> add(box.element(), "the word " + word + " does not fit."));
  }

  private static List<String> tooLong(String text, int pixels, double room) {
    List<String> found = new ArrayList<>();
    for (String word : text == null ? new String[0] : text.split("\\s+")) {
      if (Letters.width(word) * pixels / 1000.0 > room) {
        found.add(word);
      }
    }
    return found;
  }

  private void add(BaseElement element, String sentence) {
    String place = Place.of(file, element);
    faults.add(
        element instanceof TextAnnotation ? place + " › " + element.getId() : place, sentence);
  }
}
