package org.communitydesk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every setting has a meaning, and the page for operators tells it. */
class SettingsTest {

  private static final Path PAGE = Path.of("docs/settings.md");
  private static final Path COMPOSE = Path.of("docker-compose.yml");
  private static final Pattern VARIABLE = Pattern.compile("\\bDESK_[A-Z_]+\\b(?![…<_])");

  private static SettingsPage settings;

  @BeforeAll
  static void readCode() throws IOException {
    settings = new SettingsPage(new DeclaredSettings());
  }

  @Test
  void everySettingHasAMeaningAndNothingElseHas() {
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void pageForOperatorsIsUpToDate() throws IOException {
    String expected = settings.with(Files.readString(PAGE));
    WrittenPage.check(PAGE, expected, "SettingsTest");
    assertThat(settings.withoutTable(expected)).isEmpty();
  }

  @Test
  void everyVariableThatIsNamedSomewhereExists() throws IOException {
    for (Path file : Stream.concat(WrittenPage.all().stream(), Stream.of(COMPOSE)).toList()) {
      List<String> named =
          VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
      assertThat(named)
          .as(file.toString())
          .filteredOn(variable -> !settings.knows(variable))
          .isEmpty();
    }
  }

  /**
   * Those that are the database's own are set there, and those with a place for a name cannot be.
   */
  @Test
  void theContainersAreHandedEverySetting() throws IOException {
    assertThat(Files.readString(COMPOSE))
        .contains(
            settings.variables("desk.", "desk.database.").stream()
                .map(variable -> "\n    " + variable + ":\n")
                .toList());
  }
}
