package org.communitydesk.problem;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a person's name into a common answer. */
public final class Salutation {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String PLACE = "\\{(?:имя|name)}";
  private static final Pattern NAME = Pattern.compile(PLACE, FLAGS);
  private static final Pattern AROUND =
      Pattern.compile("([ \\t]*,?[ \\t]*)" + PLACE + "([ \\t]*,[ \\t]*)?", FLAGS);
  private static final int LONGEST_NAME = 40;

  private Salutation() {}

  /**
   * The text with the person's first name in the place of {@code {имя}}; without a usable name the
   * comma beside it goes too.
   *
   * @param name as the platform gave it; empty when it gave none
   */
  public static String fill(String text, String name) {
    String first = name.strip().split("\\s+", 2)[0];
    return isUsable(first)
        ? NAME.matcher(text).replaceAll(Matcher.quoteReplacement(first))
        : withoutName(text);
  }

  private static boolean isUsable(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.codePoints().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'');
  }

  private static String withoutName(String text) {
    boolean begins = AROUND.matcher(text).lookingAt();
    String bare = AROUND.matcher(text).replaceAll(Salutation::gap);
    return begins && !bare.isEmpty()
        ? bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1)
        : bare;
  }

  private static String gap(MatchResult place) {
    return place.group(1).isEmpty() || place.group(2) == null ? "" : ", ";
  }
}
