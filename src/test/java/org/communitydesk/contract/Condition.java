package org.communitydesk.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition as diagrams may write it: variables that are yes or no, variables compared with a
 * quoted value or asked whether they are empty, joined by {@code &&}, {@code ||}, {@code !} and
 * brackets.
 *
 * @param flags names of variables that stand alone
 * @param empties names of variables that are asked whether they are empty
 * @param comparisons pairs of a variable's name and the value that it is compared with
 */
record Condition(List<String> flags, List<String> empties, List<Comparison> comparisons) {

  record Comparison(String variable, String value) {}

  private static final Pattern WHOLE = Pattern.compile("\\$\\{(.*)}", Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(\\w+)\\s*(?:[!=]=)\\s*'([^']*)'|empty (\\w+)|(\\w+)|(&&|\\|\\||!|\\(|\\)))\\s*");

  /** Empty when the text is anything else. */
  static Optional<Condition> of(String text) {
    Matcher whole = WHOLE.matcher(text.strip());
    if (!whole.matches()) {
      return Optional.empty();
    }
    List<String> flags = new ArrayList<>();
    List<String> empties = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    Matcher token = TOKEN.matcher(whole.group(1));
    int end = 0;
    while (end < whole.group(1).length() && token.find(end) && token.start() == end) {
      if (token.group(1) != null) {
        comparisons.add(new Comparison(token.group(1), token.group(2)));
      } else if (token.group(3) != null) {
        empties.add(token.group(3));
      } else if (token.group(4) != null) {
        flags.add(token.group(4));
      }
      end = token.end();
    }
    return end == whole.group(1).length() && !(flags.isEmpty() && comparisons.isEmpty())
        ? Optional.of(new Condition(flags, empties, comparisons))
        : Optional.empty();
  }
}
