package org.communitydesk.documents;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaParameter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.ResolvableType;

/** The settings that compiled classes take, with their types and defaults. */
final class DeclaredSettings {

  /** Stands in a name where the platform's id stands. */
  static final String PLATFORM = "<platform>";

  private static final String CHANNEL = "org.communitydesk.channel";
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

  DeclaredSettings(JavaClasses product) {
    for (JavaClass type : product) {
      type.tryGetAnnotationOfType(ConfigurationProperties.class)
          .ifPresent(found -> take(found.value() + ".", type.reflect(), fixed));
      if (type.isRecord()
          && type.getSimpleName().endsWith("Settings")
          && (type.getPackageName() + ".").startsWith(CHANNEL + ".")) {
        String leaf = type.getPackageName().substring(CHANNEL.length()).replaceFirst("^\\.", "");
        take("", type.reflect(), accounts.computeIfAbsent(leaf, first -> new TreeMap<>()));
      }
      type.getCodeUnits().forEach(this::takeInjected);
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

  private static void take(String prefix, Class<?> type, Map<String, Declared> into) {
    Constructor<?> canonical = type.getDeclaredConstructors()[0];
    ResolvableType[] types =
        Stream.of(type.getRecordComponents())
            .map(part -> ResolvableType.forType(part.getGenericType()))
            .toArray(ResolvableType[]::new);
    for (int i = 0; i < types.length; i++) {
      Parameter part = canonical.getParameters()[i];
      String name = prefix + dashed(type.getRecordComponents()[i].getName());
      Class<?> raw = types[i].toClass();
      if (raw.isRecord()) {
        take(name + ".", raw, into);
      } else if (raw == Map.class) {
        into.put(name + "." + PLATFORM, new Declared(types[i].getGeneric(1).toClass(), null));
      } else {
        into.put(name, new Declared(raw, standard(part.getAnnotation(DefaultValue.class))));
      }
    }
  }

  private void takeInjected(JavaCodeUnit unit) {
    unit.tryGetAnnotationOfType(ConditionalOnProperty.class).stream()
        .flatMap(found -> Stream.of(found.value()))
        .forEach(name -> fixed.putIfAbsent(name, new Declared(String.class, null)));
    for (JavaParameter parameter : unit.getParameters()) {
      parameter
          .tryGetAnnotationOfType(Value.class)
          .map(found -> PLACEHOLDER.matcher(found.value()))
          .filter(Matcher::matches)
          .ifPresent(
              found ->
                  fixed.put(
                      found.group(1),
                      new Declared(parameter.getRawType().reflect(), found.group(2))));
    }
  }

  private static String standard(DefaultValue given) {
    return given == null || given.value().length == 0 ? null : String.join(",", given.value());
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
