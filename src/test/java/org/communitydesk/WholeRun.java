package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.communitydesk.support.WaysTaken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What all tests together have done; run by Maven after the last of them, so not named like them.
 */
class WholeRun {

  private static final Path PROCESSES = Path.of("processes");
  private static final Path REPORTS = Path.of("target", "surefire-reports");
  private static final int SLOWEST = 10;

  private record Suite(String name, double seconds, int repeated) {}

  /** A node is passed when a way out of it is taken, or the way into it where none leads out. */
  @Test
  void everyNodeOfEveryDiagramIsPassed() throws Exception {
    Set<String> taken = taken();
    Set<String> passed = new HashSet<>();
    Set<String> drawn = new TreeSet<>();
    Set<String> left = new HashSet<>();
    for (Element arrow : drawn(".bpmn", "sequenceFlow")) {
      String from = owner(arrow) + "/" + arrow.getAttribute("sourceRef");
      String to = owner(arrow) + "/" + arrow.getAttribute("targetRef");
      drawn.addAll(List.of(from, to));
      left.add(from);
      if (taken.contains(name(arrow))) {
        passed.add(from);
        passed.add("into " + to);
      }
    }
    drawn.stream()
        .filter(node -> !left.contains(node) && passed.contains("into " + node))
        .forEach(passed::add);
    passed.addAll(waits());
    assertThat(drawn).as("nodes that no test has passed").isSubsetOf(passed);
  }

  /** An event-based gateway waits at its events without taking the arrows to them. */
  @Test
  void nearlyEveryArrowIsTaken() throws Exception {
    Set<String> waits = waits();
    nearlyAll(
        "arrows",
        drawn(".bpmn", "sequenceFlow").stream()
            .filter(arrow -> !waits.contains(owner(arrow) + "/" + arrow.getAttribute("sourceRef")))
            .toList(),
        98);
  }

  @Test
  void mostRulesOfTheTablesHaveHeld() throws Exception {
    nearlyAll("rules of tables", drawn(".dmn", "rule"), 75);
  }

  private static void nearlyAll(String what, List<Element> drawn, int percent) throws IOException {
    Set<String> missing = new TreeSet<>(drawn.stream().map(WholeRun::name).toList());
    missing.removeAll(taken());
    System.out.printf(
        "%n%d of %d %s met; not met: %s%n",
        drawn.size() - missing.size(), drawn.size(), what, missing);
    assertThat(100 * missing.size())
        .as("percent of the %s that no test has met: %s", what, missing)
        .isLessThanOrEqualTo((100 - percent) * drawn.size());
  }

  @AfterAll
  static void tellHowLongItTook() throws Exception {
    List<Suite> suites = new ArrayList<>();
    for (Path report : files(REPORTS, ".xml")) {
      suites.add(suite(root(report)));
    }
    suites.sort(Comparator.comparing(Suite::seconds).reversed());
    System.out.printf(
        Locale.ROOT,
        "%n%d test classes, %.0f seconds; repeated tests: %d; the slowest classes:%n",
        suites.size(),
        suites.stream().mapToDouble(Suite::seconds).sum(),
        suites.stream().mapToInt(Suite::repeated).sum());
    for (Suite slow : suites.subList(0, Math.min(SLOWEST, suites.size()))) {
      System.out.printf(Locale.ROOT, "%7.1f s  %s%n", slow.seconds(), slow.name());
    }
  }

  private static Suite suite(Element report) {
    return new Suite(
        report.getAttribute("name"),
        Double.parseDouble(report.getAttribute("time").replace(",", "")),
        Stream.of("flakyFailure", "flakyError", "rerunFailure", "rerunError")
            .mapToInt(kind -> report.getElementsByTagName(kind).getLength())
            .sum());
  }

  private static Set<String> taken() throws IOException {
    Set<String> taken = new HashSet<>();
    for (Path fork : files(WaysTaken.FOLDER, ".txt")) {
      taken.addAll(Files.readAllLines(fork));
    }
    return taken;
  }

  private static Set<String> waits() throws Exception {
    return drawn(".bpmn", "eventBasedGateway").stream()
        .map(WholeRun::name)
        .collect(Collectors.toSet());
  }

  private static List<Element> drawn(String ending, String element) throws Exception {
    List<Element> drawn = new ArrayList<>();
    for (Path file : files(PROCESSES, ending)) {
      NodeList found = root(file).getElementsByTagNameNS("*", element);
      IntStream.range(0, found.getLength())
          .mapToObj(i -> (Element) found.item(i))
          .forEach(drawn::add);
    }
    return drawn;
  }

  private static String name(Element element) {
    return owner(element) + "/" + element.getAttribute("id");
  }

  private static String owner(Element element) {
    Node node = element;
    while (!Set.of("process", "decision").contains(node.getLocalName())) {
      node = node.getParentNode();
    }
    return ((Element) node).getAttribute("id");
  }

  private static Element root(Path file)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
