package org.communitydesk.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.communitydesk.contract.Drawing.Box;
import org.communitydesk.contract.Drawing.Line;
import org.communitydesk.contract.Drawing.Stretch;

/** One level of a diagram as SVG, the same on every machine. */
final class Picture {

  private static final int MARGIN = 15;
  private static final int LINE = 14;

  private final Drawing drawing;
  private final StringBuilder svg = new StringBuilder();

  Picture(Drawing drawing) {
    this.drawing = drawing;
  }

  String svg() {
    double left = edge(true, true);
    double top = edge(true, false);
    double width = edge(false, true) - left;
    double height = edge(false, false) - top;
    add(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" width="%s" height="%s" font-family="Arial, 'Noto Sans', sans-serif" font-size="12" fill="none" stroke="#222" stroke-width="1.5">
        <defs><marker id="end" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L10 5L0 10Z" fill="#222" stroke="none"/></marker></defs>
        <rect x="%s" y="%s" width="%s" height="%s" fill="#fff" stroke="none"/>
        """,
        left, top, width, height, width, height, left, top, width, height);
    drawing.paper().forEach(this::paper);
    drawing.lines().forEach(this::line);
    drawing.boxes().forEach(this::box);
    drawing.labels().forEach(this::label);
    return svg.append("</svg>\n").toString();
  }

  private double edge(boolean low, boolean across) {
    List<Box> all = new ArrayList<>(drawing.paper());
    all.addAll(drawing.boxes());
    all.addAll(drawing.labels());
    DoubleStream boxes =
        all.stream()
            .mapToDouble(
                box ->
                    across ? (low ? box.left() : box.right()) : (low ? box.top() : box.bottom()));
    DoubleStream lines =
        drawing.lines().stream()
            .flatMap(line -> line.stretches().stream())
            .mapToDouble(
                line ->
                    across
                        ? (low ? line.left() : line.right())
                        : (low ? line.top() : line.bottom()));
    DoubleStream both = DoubleStream.concat(boxes, lines);
    return low ? both.min().orElse(0) - MARGIN : both.max().orElse(0) + MARGIN;
  }

  private void paper(Box box) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n",
        box.left(), box.top(), width(box), height(box));
    String name =
        box.element() instanceof Participant pool
            ? pool.getName()
            : box.element() instanceof Lane lane ? lane.getName() : "";
    if (box.element() instanceof Participant) {
      add("<path d=\"M%s %sV%s\"/>\n", box.left() + 30, box.top(), box.bottom());
    }
    add(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" fill=\"#222\" stroke=\"none\">%s</text>\n",
        box.left() + 19, (box.top() + box.bottom()) / 2, clean(name));
  }

  private void line(Line line) {
    String path =
        line.stretches().stream()
            .map(stretch -> "L%s %s".formatted(number(stretch.toX()), number(stretch.toY())))
            .collect(Collectors.joining());
    Stretch first = line.stretches().get(0);
    boolean flow = line.element() instanceof SequenceFlow;
    add("<path d=\"M%s %s", first.fromX(), first.fromY());
    svg.append(path)
        .append(flow ? "\" marker-end=\"url(#end)\"/>\n" : "\" stroke-dasharray=\"1 3\"/>\n");
  }

  private void box(Box box) {
    if (box.element() instanceof TextAnnotation note) {
      add("<path d=\"M%s %sh-10V%sh10\"/>\n", box.left() + 10, box.top(), box.bottom());
      List<String> lines = Letters.lines(note.getText().getTextContent(), 12, width(box) - 16);
      text(lines, box.left() + 7, box.top() + 16, 12, "start");
    } else if (box.element() instanceof Gateway) {
      gateway(box);
    } else if (box.element() instanceof Event event) {
      Signs.event(event, box, this::add);
    } else {
      activity(box);
    }
  }

  private void gateway(Box box) {
    double x = box.middle();
    double y = (box.top() + box.bottom()) / 2;
    add(
        "<path d=\"M%s %sL%s %sL%s %sL%s %sZ\" fill=\"#fff\"/>\n",
        x, box.top(), box.right(), y, x, box.bottom(), box.left(), y);
    Signs.gateway(box.element(), x, y, this::add);
  }

  private void activity(Box box) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"#fff\" %s/>\n",
        box.left(), box.top(), width(box), height(box), Signs.border(box.element()));
    Signs.activity(box.element(), box, this::add);
    List<String> lines = Letters.lines(((Activity) box.element()).getName(), 12, width(box) - 14);
    double middle = (box.top() + box.bottom()) / 2;
    text(lines, box.middle(), middle - LINE * (lines.size() - 1) / 2.0 + 4, 12, "middle");
  }

  private void label(Box box) {
    if (box.element() instanceof FlowElement named && named.getName() != null) {
      text(Letters.labelLines(named.getName()), box.middle(), box.top() + 11, 11, "middle");
    }
  }

  private void text(List<String> lines, double x, double y, int size, String anchor) {
    for (int i = 0; i < lines.size(); i++) {
      add(
          "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"#222\" stroke=\"none\">%s</text>\n",
          x, y + i * (double) LINE, (double) size, anchor, clean(lines.get(i)));
    }
  }

  private void add(String format, Object... values) {
    svg.append(
        format.formatted(
            java.util.Arrays.stream(values)
                .map(value -> value instanceof Double length ? number(length) : value)
                .toArray()));
  }

  private static String number(double length) {
    return length == Math.rint(length)
        ? String.valueOf((long) length)
        : String.format(Locale.ROOT, "%.1f", length);
  }

  private static double width(Box box) {
    return box.right() - box.left();
  }

  private static double height(Box box) {
    return box.bottom() - box.top();
  }

  private static String clean(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
