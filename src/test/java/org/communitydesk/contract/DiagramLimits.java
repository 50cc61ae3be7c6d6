package org.communitydesk.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What a person can take in at one look, and whether the diagrams keep to it. */
public final class DiagramLimits {

  private final ModelFiles files;

  /**
   * Reads {@code processes}.
   *
   * @param root the folder that holds it
   */
  public DiagramLimits(Path root) {
    files = ModelFiles.in(root);
  }

  /** The names of all diagrams, without their ending. */
  public Set<String> names() {
    return files.processes().keySet();
  }

  /**
   * The nodes of the first level: tasks, events, gateways, calls and subprocesses; event
   * subprocesses, which wait beside it, are not counted.
   */
  public List<FlowNode> firstLevel(String name) {
    return process(name).getChildElementsByType(FlowNode.class).stream()
        .filter(node -> !(node instanceof SubProcess sub && sub.triggeredByEvent()))
        .toList();
  }

  /** How many nodes each level of subprocesses shows, as {@code id: number}. */
  public List<String> levelsOver(String name, int limit) {
    return model(name).getModelElementsByType(SubProcess.class).stream()
        .map(sub -> sub.getId() + ": " + sub.getChildElementsByType(FlowNode.class).size())
        .filter(level -> Integer.parseInt(level.substring(level.indexOf(' ') + 1)) > limit)
        .toList();
  }

  /** Flows of the first level that lead back to the left. */
  public List<String> back(String name) {
    return new DrawingRules(name, planes(name).get(0), new Faults()).back();
  }

  /** What lies on something else, is cut off, or is not drawn at all. */
  public List<String> untidy(String name) {
    Faults faults = new Faults();
    planes(name).forEach(plane -> new DrawingRules(name, plane, faults).check());
    Set<BaseElement> drawn = drawn(name);
    model(name).getModelElementsByType(FlowElement.class).stream()
        .filter(element -> !drawn.contains(element))
        .forEach(element -> faults.add(Place.of(name, element), "it is not drawn."));
    return faults.sentences();
  }

  /** The words of the ladder as its table says them, in order. */
  public List<String> ladder() {
    List<String> words = new ArrayList<>();
    DecisionTable table =
        files
            .decisions()
            .get("sanction-ladder")
            .getModelElementsByType(DecisionTable.class)
            .stream()
            .findFirst()
            .orElseThrow();
    for (Rule rule : table.getRules()) {
      List<String> row =
          rule.getOutputEntries().stream()
              .map(OutputEntry::getTextContent)
              .map(String::strip)
              .toList();
      words.add(
          row.get(0).equals("\"WARNING\"")
              ? "предупреждение"
              : switch (row.get(1)) {
                case "7" -> "неделя";
                case "30" -> "месяц";
                case "", "null" -> "навсегда";
                default -> row.get(1) + " дней";
              });
    }
    return words;
  }

  /** A picture in SVG for each level of a diagram, by the name of its file. */
  public SortedMap<String, String> pictures(String name) {
    SortedMap<String, String> pictures = new TreeMap<>();
    planes(name).forEach(plane -> pictures.put(file(name, plane), new Picture(plane).svg()));
    return pictures;
  }

  /** What each picture shows, the first level first, by the name of its file. */
  public Map<String, String> pictureTitles(String name) {
    Map<String, String> titles = new LinkedHashMap<>();
    planes(name)
        .forEach(
            plane ->
                titles.put(
                    file(name, plane),
                    plane.level() instanceof SubProcess sub ? sub.getName() : title(name)));
    return titles;
  }

  private static String file(String name, Drawing plane) {
    return (plane.level() instanceof SubProcess sub ? name + "." + levelOf(sub) : name) + ".svg";
  }

  private static String levelOf(SubProcess sub) {
    return sub.getParentElement() instanceof SubProcess outer
        ? levelOf(outer) + "." + sub.getId()
        : sub.getId();
  }

  /** What a person reads above the pictures of a diagram. */
  public String title(String name) {
    return process(name).getName();
  }

  private List<Drawing> planes(String name) {
    return model(name).getModelElementsByType(BpmnPlane.class).stream().map(Drawing::of).toList();
  }

  private Set<BaseElement> drawn(String name) {
    return Stream.concat(
            model(name).getModelElementsByType(BpmnShape.class).stream()
                .map(BpmnShape::getBpmnElement),
            model(name).getModelElementsByType(BpmnEdge.class).stream()
                .map(BpmnEdge::getBpmnElement))
        .collect(Collectors.toSet());
  }

  private Process process(String name) {
    return model(name).getModelElementsByType(Process.class).iterator().next();
  }

  private BpmnModelInstance model(String name) {
    return files.processes().get(name);
  }
}
