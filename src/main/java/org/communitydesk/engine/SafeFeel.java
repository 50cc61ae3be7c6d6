package org.communitydesk.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets through the FEEL that tables need: nothing in it repeats, grows or searches by pattern. */
final class SafeFeel {

  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 20;
  private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern COMMENTS = Pattern.compile("//|/\\*");
  private static final Pattern POWER = Pattern.compile("\\*\\*|\\d[eE][+-]?\\d|\\d{20,}");
  private static final Pattern LOOPS =
      Pattern.compile("(?U)\\b(for|some|every|function|return|satisfies|external)\\b");
  private static final Pattern CALLS = Pattern.compile("(?U)([\\w ._'?@]*)\\s*\\(");
  private static final Set<String> WORDS =
      Set.of("in", "and", "or", "not", "if", "then", "else", "between");
  private static final Set<String> FUNCTIONS =
      Set.of(
          "not",
          "contains",
          "starts with",
          "ends with",
          "string length",
          "lower case",
          "upper case",
          "substring",
          "substring before",
          "substring after",
          "date",
          "time",
          "date and time",
          "duration",
          "years and months duration",
          "now",
          "today",
          "day of week",
          "month of year",
          "string",
          "abs",
          "min",
          "max",
          "sum",
          "count",
          "list contains",
          "is defined",
          "is empty");

  private SafeFeel() {}

  /** What a process owner must change; null when nothing. */
  static String fault(String feel) {
    if (feel.length() > LONGEST) {
      return "выражение длиннее %d знаков не допускается".formatted(LONGEST);
    }
    String bare = STRINGS.matcher(feel).replaceAll("\"\"");
    if (COMMENTS.matcher(bare).find()) {
      return "комментарий в выражении не допускается";
    }
    if (POWER.matcher(bare).find()) {
      return "степень или слишком большое число в выражении не допускается";
    }
    Matcher loop = LOOPS.matcher(bare);
    if (loop.find()) {
      return "перебор или своя функция («" + loop.group(1) + "») в выражении не допускается";
    }
    if (depth(bare) > DEEPEST) {
      return "слишком много вложенных скобок";
    }
    return calls(bare);
  }

  private static String calls(String bare) {
    Matcher calls = CALLS.matcher(bare);
    while (calls.find()) {
      String name = calls.group(1).strip().replaceAll("\\s+", " ");
      if (!name.isEmpty() && !isAllowed(name)) {
        return "функция «" + name + "» в выражении не допускается";
      }
    }
    return bare.contains(")(") ? "вызов результата в выражении не допускается" : null;
  }

  private static boolean isAllowed(String name) {
    String[] words = name.split(" ", -1);
    if (WORDS.contains(words[words.length - 1])) {
      return true;
    }
    for (int from = 0; from < words.length; from++) {
      String tail = String.join(" ", Arrays.copyOfRange(words, from, words.length));
      if (FUNCTIONS.contains(tail)) {
        return from == 0 || WORDS.contains(words[from - 1]);
      }
    }
    return false;
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
