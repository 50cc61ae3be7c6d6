package org.communitydesk.contract;

import java.util.Set;
import org.communitydesk.process.ProcessVariable;

/** Fixed values in diagrams, decisions and forms. */
final class Literals {

  private Literals() {}

  /** A variable with a list of values takes no other, yes or no is true or false. */
  static void check(String place, ProcessVariable<?> variable, String value, Faults faults) {
    Set<String> values =
        variable.type() == Boolean.class ? Set.of("true", "false") : Vocabulary.values(variable);
    if (!values.isEmpty() && !values.contains(value)) {
      faults.unknown(place, value, "a value of " + variable.name(), values);
    }
  }
}
