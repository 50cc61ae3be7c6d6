package org.communitydesk.contract;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * What somebody sees who opens one level of a diagram: boxes, the labels beside them, and lines.
 * Pools, lanes and opened subprocesses are paper to draw on and no boxes.
 */
record Drawing(
    BaseElement level, List<Box> paper, List<Box> boxes, List<Box> labels, List<Line> lines) {

  /** A rectangle in pixels, and what it stands for. */
  record Box(BaseElement element, double left, double top, double right, double bottom) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean meets(Stretch stretch) {
      return stretch.left() < right
          && stretch.right() > left
          && stretch.top() < bottom
          && stretch.bottom() > top;
    }

    double middle() {
      return (left + right) / 2;
    }

    /** Whether it lies on the diamond that the other rectangle holds. */
    boolean meetsDiamond(Box other) {
      double x = other.middle();
      double y = (other.top + other.bottom) / 2;
      double across = Math.abs(Math.min(Math.max(x, left), right) - x);
      double down = Math.abs(Math.min(Math.max(y, top), bottom) - y);
      return 2 * across / (other.right - other.left) + 2 * down / (other.bottom - other.top) < 1;
    }
  }

  /** A line from one box to another. */
  record Line(BaseElement element, BaseElement from, BaseElement to, List<Stretch> stretches) {}

  /** A straight piece of a line. */
  record Stretch(double fromX, double fromY, double toX, double toY) {

    double left() {
      return Math.min(fromX, toX);
    }

    double right() {
      return Math.max(fromX, toX);
    }

    double top() {
      return Math.min(fromY, toY);
    }

    double bottom() {
      return Math.max(fromY, toY);
    }

    boolean lies() {
      return fromY == toY;
    }

    boolean stands() {
      return fromX == toX;
    }

    /** Touching ends are no crossing: lines meet at gateways. */
    boolean crosses(Stretch other) {
      if (lies() && other.stands()) {
        return left() < other.fromX
            && other.fromX < right()
            && other.top() < fromY
            && fromY < other.bottom();
      }
      if (stands() && other.lies()) {
        return other.crosses(this);
      }
      boolean sameRow = lies() && other.lies() && fromY == other.fromY;
      boolean sameColumn = stands() && other.stands() && fromX == other.fromX;
      return (sameRow && left() < other.right() && other.left() < right())
          || (sameColumn && top() < other.bottom() && other.top() < bottom());
    }
  }

  static Drawing of(BpmnPlane plane) {
    List<Box> paper = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    List<Box> labels = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (BpmnShape shape : plane.getChildElementsByType(BpmnShape.class)) {
      Box box = box(shape.getBpmnElement(), shape.getBounds());
      (isDrawn(shape) ? boxes : paper).add(box);
      label(shape.getBpmnElement(), shape.getBpmnLabel(), labels);
    }
    for (BpmnEdge edge : plane.getChildElementsByType(BpmnEdge.class)) {
      lines.add(line(edge));
      label(edge.getBpmnElement(), edge.getBpmnLabel(), labels);
    }
    return new Drawing(plane.getBpmnElement(), paper, boxes, labels, lines);
  }

  Box boxOf(BaseElement element) {
    return boxes.stream().filter(box -> box.element().equals(element)).findFirst().orElseThrow();
  }

  /** An event at a border belongs to what it stands at. */
  static BaseElement owner(BaseElement element) {
    return element instanceof BoundaryEvent border ? border.getAttachedTo() : element;
  }

  private static boolean isDrawn(BpmnShape shape) {
    BaseElement element = shape.getBpmnElement();
    return !(element instanceof Participant
        || element instanceof Lane
        || (element instanceof SubProcess && shape.isExpanded()));
  }

  private static Box box(BaseElement element, Bounds bounds) {
    return new Box(
        element,
        bounds.getX(),
        bounds.getY(),
        bounds.getX() + bounds.getWidth(),
        bounds.getY() + bounds.getHeight());
  }

  /** As high as its lines, whatever the file says: viewers break labels by themselves. */
  private static void label(BaseElement element, BpmnLabel label, List<Box> labels) {
    if (label == null || label.getBounds() == null) {
      return;
    }
    Box said = box(element, label.getBounds());
    String name = element instanceof FlowElement named ? named.getName() : null;
    int lines = name == null ? 0 : Letters.labelLines(name).size();
    double bottom = Math.max(said.bottom(), said.top() + lines * Letters.LABEL_LINE);
    labels.add(new Box(element, said.left(), said.top(), said.right(), bottom));
  }

  private static Line line(BpmnEdge edge) {
    List<Waypoint> points = List.copyOf(edge.getWaypoints());
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Waypoint from = points.get(i - 1);
      Waypoint to = points.get(i);
      stretches.add(new Stretch(from.getX(), from.getY(), to.getX(), to.getY()));
    }
    return edge.getBpmnElement() instanceof SequenceFlow flow
        ? new Line(flow, flow.getSource(), flow.getTarget(), stretches)
        : new Line(
            edge.getBpmnElement(),
            ((Association) edge.getBpmnElement()).getSource(),
            ((Association) edge.getBpmnElement()).getTarget(),
            stretches);
  }
}
