package org.communitydesk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The glossary names classes, tables and diagrams that there are, and no table or diagram less. */
class GlossaryTest {

  private static final Path ROOMS = Path.of("src/main/java/org/communitydesk");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| [^|]+ \\| [^|]+ \\| ([^|]+) \\| `([\\w/]+\\.java)` \\|([^|]*)\\|$");
  private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");
  private static final Pattern CREATED =
      Pattern.compile("(?i)create table (?:if not exists )?(?:desk\\.)?(\\w+)");
  private static final Pattern DROPPED =
      Pattern.compile("(?i)drop table (?:if exists )?(?:desk\\.)?(\\w+)");
  private static final Pattern DIAGRAM =
      Pattern.compile("<(?:bpmn:process|decision) id=\"([\\w-]+)\"");

  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("docs/glossary.md"));
  }

  @Test
  void everyRowNamesAClassThatExists() {
    assertThat(
            page.lines()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| in Russian") && !line.startsWith("| ---"))
                .filter(line -> !ROW.matcher(line).matches()))
        .isEmpty();
    assertThat(ROW.matcher(page).results().map(row -> ROOMS.resolve(row.group(2))))
        .isNotEmpty()
        .filteredOn(Files::notExists)
        .isEmpty();
  }

  @Test
  void namesEveryTableOfTheDeskAndNoOther() throws IOException {
    String migrations = all(Path.of("src/main/resources/db"), ".sql");
    Set<String> tables = names(CREATED, migrations);
    tables.removeAll(names(DROPPED, migrations));
    assertThat(column(3)).containsExactlyInAnyOrderElementsOf(tables);
  }

  @Test
  void namesEveryDiagramAndDecision() throws IOException {
    String diagrams = all(Path.of("processes"), ".bpmn") + all(Path.of("processes"), ".dmn");
    assertThat(column(1)).containsAll(names(DIAGRAM, diagrams));
  }

  private static Set<String> column(int group) {
    return ROW.matcher(page)
        .results()
        .flatMap(row -> NAME.matcher(row.group(group)).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String all(Path folder, String ending) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(found -> found.toString().endsWith(ending)).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }
}
