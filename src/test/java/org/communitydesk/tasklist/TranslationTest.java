package org.communitydesk.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TranslationTest {

  private static final String LOCALES =
      "/META-INF/resources/webjars/camunda/app/tasklist/locales/%s.json";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private final JsonNode english = read("en");
  private final JsonNode russian = read("ru");

  @Test
  void translatesEveryTextOfTasklist() {
    assertThat(names(russian.get("labels"))).isEqualTo(names(english.get("labels")));
    assertThat(names(russian.get("dateLocales"))).isEqualTo(names(english.get("dateLocales")));
  }

  @Test
  void keepsTheValuesThatTextsShow() {
    english
        .get("labels")
        .properties()
        .forEach(
            label ->
                assertThat(placeholders(russian.get("labels").get(label.getKey())))
                    .as(label.getKey())
                    .isEqualTo(placeholders(label.getValue())));
  }

  private static Set<String> names(JsonNode texts) {
    Set<String> names = new TreeSet<>();
    texts.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> placeholders(JsonNode text) {
    return PLACEHOLDER
        .matcher(text.asText())
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode read(String language) {
    try (InputStream file =
        TranslationTest.class.getResourceAsStream(LOCALES.formatted(language))) {
      // The English file of the webapp begins with a byte order mark.
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\ufeff", "");
      return new ObjectMapper().readTree(text);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
