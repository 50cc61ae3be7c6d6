package org.communitydesk.burst;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a person's name into a common answer. */
public final class Salutation {

  private static final Pattern NAME = Pattern.compile("\\{(?:имя|name)}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NAMELESS =
      Pattern.compile("(?:,[ \\t]*)?" + NAME.pattern() + "(?:,[ \\t]*)?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
    if (first.isEmpty() || first.length() > LONGEST_NAME || !Character.isLetter(first.codePointAt(0))) {
      String bare = NAMELESS.matcher(text).replaceAll("").strip();
      return bare.isEmpty() || bare.equals(text.strip())
          ? bare
          : bare.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + bare.substring(1);
    }
    return NAME.matcher(text).replaceAll(Matcher.quoteReplacement(first));
  }
}
