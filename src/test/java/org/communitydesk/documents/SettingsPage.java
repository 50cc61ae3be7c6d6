package org.communitydesk.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.conversation.Platform;
import org.communitydesk.documents.DeclaredSettings.Declared;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.ClassUtils;

/**
 * The tables of the settings' page: meanings from the configuration metadata, types and defaults
 * from the classes, what is set as shipped from {@code application.yml}. A table stands between
 * {@code <!-- settings: prefix … -->} and {@code <!-- end -->}; a setting stands in the table with
 * the longest prefix of its name.
 */
final class SettingsPage {

  private static final String METADATA =
      "resources/META-INF/additional-spring-configuration-metadata.json";
  private static final Path SHIPPED = Path.of("src/main/resources/application.yml");
  private static final Pattern TABLE =
      Pattern.compile("<!-- settings: ([\\w. -]+?) -->\n.*?<!-- end -->", Pattern.DOTALL);
  private static final Pattern ACCOUNT =
      Pattern.compile("desk\\.channel\\.(?:(\\w+)\\.main|<platform>\\.<account>)\\.([\\w-]+)");
  private static final String ANY_ACCOUNT = "desk.channel.<platform>.<account>.";

  private final DeclaredSettings declared;
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private final Map<String, String> givenTypes = new HashMap<>();
  private final Map<String, Object> shipped = new LinkedHashMap<>();
  private final Map<String, String> foreign = new HashMap<>();

  SettingsPage(DeclaredSettings declared) throws IOException {
    this.declared = declared;
    for (String sources : List.of("src/main", "src/sandbox")) {
      for (JsonNode one : properties(Path.of(sources, METADATA).toUri().toURL())) {
        meanings.put(one.path("name").asText(), one.path("description").asText());
        if (one.has("type")) {
          givenTypes.put(one.path("name").asText(), one.path("type").asText());
        }
      }
    }
    new YamlPropertySourceLoader()
        .load("shipped", new FileSystemResource(SHIPPED)).stream()
            .map(MapPropertySource.class::cast)
            .forEach(
                source ->
                    Stream.of(source.getPropertyNames())
                        .forEach(name -> shipped.put(name, source.getProperty(name))));
    for (URL metadata :
        Collections.list(
            getClass()
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      if (metadata.getProtocol().equals("jar")) {
        properties(metadata)
            .forEach(
                one -> foreign.putIfAbsent(one.path("name").asText(), one.path("type").asText()));
      }
    }
  }

  private static JsonNode properties(URL metadata) throws IOException {
    try (InputStream json = metadata.openStream()) {
      return JsonMapper.builder().build().readTree(json).path("properties");
    }
  }

  /** What is wrong with the metadata, a line each. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Stream.concat(shipped.keySet().stream(), declared.fixed().keySet().stream())
        .filter(name -> !meanings.containsKey(name))
        .forEach(name -> faults.add(name + " has no meaning"));
    for (Platform platform : Platform.values()) {
      declared.account(platform.id()).keySet().stream()
          .filter(name -> !meanings.containsKey(ANY_ACCOUNT + name))
          .map(name -> "desk.channel." + platform.id() + ".main." + name)
          .filter(name -> !meanings.containsKey(name))
          .forEach(name -> faults.add(name + " has no meaning"));
    }
    Stream.of("", "graph")
        .flatMap(kit -> declared.account(kit).keySet().stream())
        .filter(name -> meanings.keySet().stream().noneMatch(known -> known.endsWith("." + name)))
        .forEach(name -> faults.add(ANY_ACCOUNT + name + " has no meaning"));
    meanings.keySet().stream()
        .filter(name -> type(name).isEmpty())
        .forEach(name -> faults.add(name + " is no setting"));
    givenTypes.forEach(
        (name, given) -> {
          String real =
              type(name)
                  .map(ClassUtils::resolvePrimitiveIfNecessary)
                  .map(Class::getName)
                  .orElse("");
          if (!given.replaceAll("<.*", "").equals(real)) {
            faults.add(name + " is a " + real + ", not a " + given);
          }
        });
    return faults;
  }

  /** The page with its tables as they must be. */
  String with(String page) {
    List<String> prefixes =
        TABLE
            .matcher(page)
            .results()
            .flatMap(found -> Stream.of(found.group(1).split(" ")))
            .toList();
    return TABLE
        .matcher(page)
        .replaceAll(found -> Matcher.quoteReplacement(table(found.group(1), prefixes)));
  }

  /** The settings that no table of the page takes. */
  List<String> withoutTable(String page) {
    return meanings.keySet().stream().filter(name -> !page.contains("`" + name + "`")).toList();
  }

  /** Whether an environment variable sets something that has a meaning. */
  boolean knows(String variable) {
    return meanings.keySet().stream()
        .map(name -> variable(name).replaceAll("<\\w+>", "\\\\w+"))
        .anyMatch(variable::matches);
  }

  /** The environment variables of the settings below one name but not below another. */
  List<String> variables(String below, String except) {
    return meanings.keySet().stream()
        .filter(name -> name.startsWith(below) && !name.startsWith(except) && !name.contains("<"))
        .map(SettingsPage::variable)
        .toList();
  }

  private String table(String own, List<String> all) {
    String rows =
        meanings.keySet().stream()
            .map(name -> row(name, prefix(name, all), List.of(own.split(" "))))
            .collect(Collectors.joining());
    return "<!-- settings: %s -->\n| setting | type | default | meaning |\n| --- | --- | --- | --- |\n%s<!-- end -->"
        .formatted(own, rows);
  }

  private static String prefix(String name, List<String> all) {
    return all.stream()
        .filter(prefix -> name.equals(prefix) || name.startsWith(prefix + "."))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /** Where all of a kind are shown, nobody is expected to set them: they go without a variable. */
  private String row(String name, String prefix, List<String> own) {
    return own.contains(prefix)
        ? "| %s`%s` | %s | %s | %s |\n"
            .formatted(
                prefix.contains(".") ? "`" + variable(name) + "`<br>" : "",
                name,
                type(name).map(SettingWords::type).orElse("text"),
                standard(name).map(SettingWords::value).orElse(""),
                meanings.get(name).replace("|", "\\|"))
        : "";
  }

  /** Spring finds the entries of a map by names without dashes only. */
  private static String variable(String name) {
    return (name.endsWith(DeclaredSettings.PLATFORM) ? name.replace("-", "") : name)
        .replaceAll("[.-]", "_")
        .toUpperCase(Locale.ROOT);
  }

  private Optional<String> standard(String name) {
    return Optional.ofNullable(shipped.get(name))
        .map(Object::toString)
        .or(() -> find(name).map(Declared::standard))
        .filter(value -> !value.isBlank());
  }

  private Optional<Class<?>> type(String name) {
    return find(name)
        .<Class<?>>map(Declared::type)
        .or(() -> Optional.ofNullable(foreign.get(name)).map(SettingsPage::named))
        .or(() -> Optional.ofNullable(shipped.get(name)).map(Object::getClass));
  }

  private Optional<Declared> find(String name) {
    Matcher account = ACCOUNT.matcher(name);
    if (!account.matches()) {
      return Optional.ofNullable(declared.fixed().get(name));
    }
    return Stream.of(Objects.requireNonNullElse(account.group(1), ""), "graph", "")
        .map(leaf -> declared.account(leaf).get(account.group(2)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Class<?> named(String type) {
    return ClassUtils.resolveClassName(
        type.replaceAll("<.*", ""), SettingsPage.class.getClassLoader());
  }
}
