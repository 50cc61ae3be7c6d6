package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.documents.WrittenPage;
import org.junit.jupiter.api.Test;

/** The pages for readers: short at the door, and no link or file name that leads into nothing. */
class DocumentsTest {

  private static final int LONGEST_README = 150;
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Path ROOMS = Path.of("src/main/java/org/communitydesk");
  private static final Pattern FILE =
      Pattern.compile(
          "`((?!META-INF)[\\w.-]+/[\\w./-]+\\.(?:java|bpmn|dmn|form|json|html|yml|cfg))`");
  private static final Pattern TEST = Pattern.compile("`((?!Xxx)[A-Z]\\w*Test)`");
  private static final Pattern DECISION =
      Pattern.compile(
          "(?s)^# \\d+\\. .+\\n\\d{4}-\\d\\d-\\d\\d · .+## Context\\n.+## Decision\\n.+## Alternatives\\n.+"
              + "## Consequences\\n");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  @Test
  void theFrontDoorIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(LONGEST_README);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : WrittenPage.all()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        if (!links.group(1).contains(":") && !leads(page, links.group(1), links.group(2))) {
          broken.add(page + ": " + links.group());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyFileThatIsNamedExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : WrittenPage.all()) {
      Matcher files = FILE.matcher(Files.readString(page));
      while (files.find()) {
        Path file = Path.of(files.group(1));
        if (!Files.exists(file) && !Files.exists(ROOMS.resolve(file))) {
          missing.add(page + ": " + file);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Set<String> tests;
    try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
      tests =
          sources
              .map(source -> source.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    for (Path page : WrittenPage.all()) {
      assertThat(TEST.matcher(Files.readString(page)).results().map(name -> name.group(1)))
          .as(page.toString())
          .filteredOn(name -> !tests.contains(name))
          .isEmpty();
    }
  }

  @Test
  void everyDecisionIsToldInFullAndListed() throws IOException {
    String list = Files.readString(Path.of("CONTRIBUTING.md"));
    try (Stream<Path> decisions = Files.list(Path.of("docs/adr"))) {
      for (Path decision : decisions.toList()) {
        assertThat(decision).content().containsPattern(DECISION);
        assertThat(list).contains("(docs/adr/" + decision.getFileName() + ")");
      }
    }
  }

  private static boolean leads(Path page, String file, String heading) throws IOException {
    Path there = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(there)
        && (heading == null
            || HEADING
                .matcher(Files.readString(there))
                .results()
                .anyMatch(found -> anchor(found.group(1)).equals(heading)));
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
