package org.communitydesk.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions outside conditions: one variable, or plain text. */
final class Expressions {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern DECISION_OUTPUT =
      Pattern.compile("decisionResult\\.getSingleResult\\(\\)\\.(\\w+)");

  private Expressions() {}

  /** Checks every expression in a text; null is well. */
  static void check(String place, String text, Vocabulary words, Faults faults) {
    Matcher expression = EXPRESSION.matcher(text == null ? "" : text);
    while (expression.find()) {
      Matcher output = DECISION_OUTPUT.matcher(expression.group(1));
      String name = output.matches() ? output.group(1) : expression.group(1).strip();
      if (!name.matches("\\w+")) {
        faults.add(place, expression.group() + " is too clever: name one variable.");
      } else if (!words.variables().containsKey(name)) {
        faults.unknown(
            place, name, expression.group(), "a known variable", words.variables().keySet());
      }
    }
  }
}
