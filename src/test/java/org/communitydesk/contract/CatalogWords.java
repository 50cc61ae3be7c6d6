package org.communitydesk.contract;

import java.time.Instant;
import java.util.Map;
import org.communitydesk.process.ProcessVariable;

/** How the catalogue says things. */
final class CatalogWords {

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          String.class, "текст",
          Boolean.class, "да или нет",
          Long.class, "целое число",
          Double.class, "число",
          Instant.class, "дата и время");

  private CatalogWords() {}

  static String type(ProcessVariable<?> variable) {
    return variable.type().isEnum()
        ? "одно из: " + String.join(", ", Vocabulary.values(variable))
        : TYPES.get(variable.type());
  }
}
