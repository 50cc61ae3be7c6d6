package org.communitydesk.documents;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.http.Secret;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** How the page of the settings says what may be set, and what is. */
final class SettingWords {

  private static final int LONGEST_DEFAULT = 60;
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          Boolean.class, "`true` or `false`",
          Integer.class, "number",
          Long.class, "number",
          String.class, "text",
          Duration.class, "time",
          DataSize.class, "size",
          Path.class, "folder",
          URI.class, "address",
          Secret.class, "secret");

  private SettingWords() {}

  static String type(Class<?> type) {
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (boxed.isEnum()) {
      return Stream.of(boxed.getEnumConstants())
          .map(value -> "`" + value + "`")
          .collect(Collectors.joining(", "));
    }
    return Collection.class.isAssignableFrom(boxed) || boxed.isArray()
        ? "list"
        : TYPES.getOrDefault(boxed, "text");
  }

  static String value(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    return "`"
        + (line.length() > LONGEST_DEFAULT ? line.substring(0, LONGEST_DEFAULT) + "…" : line)
        + "`";
  }
}
