package org.communitydesk.documents;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.communitydesk.CommunityDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** The settings that compiled classes take, with their types and defaults. */
final class DeclaredSettings {

  /** Stands in a name where the platform's id stands. */
  static final String PLATFORM = "<platform>";

  private static final Path SANDBOX = Path.of("target/sandbox-classes");
  private static final String CHANNEL = "org/communitydesk/channel/";
  private static final List<String> SIGNS =
      List.of("/ConfigurationProperties;", "/annotation/Value;", "/ConditionalOnProperty;");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([\\w-]+(?:\\.[\\w-]+)+)(?::(.*))?}");

  /**
   * One of them.
   *
   * @param standard what holds while nothing is set; null when nothing does
   */
  record Declared(Class<?> type, String standard) {}

  private final Map<String, Declared> fixed = new TreeMap<>();
  private final Map<String, Map<String, Declared>> accounts = new HashMap<>();

  DeclaredSettings() throws IOException {
    read(product());
    read(SANDBOX);
  }

  private void read(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(found -> found.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/').replace(".class", "");
        if (name.startsWith(CHANNEL) && name.endsWith("Settings")) {
          takeAccount(name);
        } else if (SIGNS.stream().anyMatch(bytes(file)::contains)) {
          takeFixed(load(name));
        }
      }
    }
  }

  /** All but those of the channels' accounts, by name. */
  Map<String, Declared> fixed() {
    return fixed;
  }

  /**
   * What the records of a channel's package hold for an account, by the last part of the name.
   *
   * @param leaf the package's last word; empty for the port's own
   */
  Map<String, Declared> account(String leaf) {
    return accounts.getOrDefault(leaf, Map.of());
  }

  private void takeAccount(String name) {
    String leaf = name.substring(CHANNEL.length()).replaceFirst("/?[^/]+$", "");
    take("", load(name), accounts.computeIfAbsent(leaf, first -> new TreeMap<>()));
  }

  private void takeFixed(Class<?> type) {
    ConfigurationProperties prefix = type.getAnnotation(ConfigurationProperties.class);
    if (prefix != null) {
      take(prefix.value() + ".", type, fixed);
    }
    Stream.of(type.getDeclaredConstructors()).forEach(this::takeInjected);
    Stream.of(type.getDeclaredMethods()).forEach(this::takeInjected);
  }

  private static void take(String prefix, Class<?> type, Map<String, Declared> into) {
    Parameter[] parts = type.getDeclaredConstructors()[0].getParameters();
    for (int i = 0; i < parts.length; i++) {
      ResolvableType part = ResolvableType.forType(type.getRecordComponents()[i].getGenericType());
      String name = prefix + dashed(type.getRecordComponents()[i].getName());
      if (part.toClass().isRecord()) {
        take(name + ".", part.toClass(), into);
      } else if (part.toClass() == Map.class) {
        into.put(name + "." + PLATFORM, new Declared(part.getGeneric(1).toClass(), null));
      } else {
        into.put(
            name,
            new Declared(part.toClass(), standard(parts[i].getAnnotation(DefaultValue.class))));
      }
    }
  }

  private void takeInjected(Executable unit) {
    Stream.ofNullable(unit.getAnnotation(ConditionalOnProperty.class))
        .flatMap(found -> Stream.of(found.value()))
        .forEach(name -> fixed.putIfAbsent(name, new Declared(String.class, null)));
    for (Parameter parameter : unit.getParameters()) {
      Stream.ofNullable(parameter.getAnnotation(Value.class))
          .map(found -> PLACEHOLDER.matcher(found.value()))
          .filter(Matcher::matches)
          .forEach(
              found ->
                  fixed.put(found.group(1), new Declared(parameter.getType(), found.group(2))));
    }
  }

  private static String standard(DefaultValue given) {
    return given == null || given.value().length == 0 ? null : String.join(",", given.value());
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String bytes(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static Class<?> load(String name) {
    return ClassUtils.resolveClassName(
        name.replace('/', '.'), DeclaredSettings.class.getClassLoader());
  }

  private static Path product() {
    try {
      return Path.of(
          CommunityDesk.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
