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
import java.util.function.Predicate;
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

  /**
   * So every node is passed too: it has an arrow, and a cancelled activity's are not taken. An
   * event-based gateway waits at its events without taking the arrows to them; theirs count.
   */
  @Test
  void everyArrowOfEveryDiagramIsTaken() throws Exception {
    Set<String> waits = drawn(".bpmn", "eventBasedGateway", one -> true);
    assertThat(
            drawn(
                ".bpmn",
                "sequenceFlow",
                arrow -> !waits.contains(owner(arrow) + "/" + arrow.getAttribute("sourceRef"))))
        .as("arrows that no test has taken")
        .isSubsetOf(taken());
  }

  @Test
  void everyRuleOfEveryTableHasHeld() throws Exception {
    assertThat(drawn(".dmn", "rule", rule -> true))
        .as("rules of tables that no test has met")
        .isSubsetOf(taken());
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

  private static Set<String> drawn(String ending, String element, Predicate<Element> which)
      throws Exception {
    Set<String> drawn = new TreeSet<>();
    for (Path file : files(PROCESSES, ending)) {
      NodeList found = root(file).getElementsByTagNameNS("*", element);
      IntStream.range(0, found.getLength())
          .mapToObj(i -> (Element) found.item(i))
          .filter(which)
          .forEach(one -> drawn.add(owner(one) + "/" + one.getAttribute("id")));
    }
    return drawn;
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
