package org.communitydesk.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/** Whether hardly anything is left of a password without what everybody tries first. */
final class Guessable {

  private static final int LEAST_OWN = 6;
  private static final int WALK = 4;

  private static final List<String> ROWS =
      List.of(
          "1234567890",
          "0123456789",
          "qwertyuiop[]",
          "asdfghjkl;'",
          "zxcvbnm,./",
          "йцукенгшщзхъ",
          "фывапролджэ",
          "ячсмитьбю",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
          "1йфя2цыч3увс4кам5епи6нрт7гоь",
          "abcdefghijklmnopqrstuvwxyz",
          "абвгдежзийклмнопрстуфхцчшщъыьэюя");

  private static final List<String> WORDS = words();

  private Guessable() {}

  static boolean isGuessable(String password) {
    String rest = once(password.toLowerCase(Locale.ROOT).replace('ё', 'е'));
    rest = withoutWalks(rest).replaceAll("(?:19|20)\\d\\d", "");
    for (String spelling : List.of(rest, plain(rest))) {
      if (own(spelling) < LEAST_OWN) {
        return true;
      }
    }
    return false;
  }

  private static long own(String text) {
    String rest = text.replaceAll("[^\\p{L}\\p{N}]", "");
    for (String word : WORDS) {
      rest = rest.replace(word, "");
    }
    return rest.length();
  }

  /** {@code abcabcabc} is {@code abc}. */
  private static String once(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      if (text.startsWith(text.substring(period))) {
        return text.substring(0, period);
      }
    }
    return text;
  }

  private static String withoutWalks(String text) {
    StringBuilder rest = new StringBuilder();
    for (int from = 0; from < text.length(); ) {
      int length = walkFrom(text, from);
      if (length < WALK) {
        rest.append(text.charAt(from));
        from++;
      } else {
        from += length;
      }
    }
    return rest.toString();
  }

  private static int walkFrom(String text, int from) {
    int longest = 1;
    for (String row : ROWS) {
      for (int step = -1; step <= 1; step++) {
        int length = 1;
        while (from + length < text.length()
            && follows(row, step, text.charAt(from + length - 1), text.charAt(from + length))) {
          length++;
        }
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }

  private static boolean follows(String row, int step, char before, char after) {
    int here = row.indexOf(before);
    int there = row.indexOf(after);
    return step == 0 ? before == after : here >= 0 && there >= 0 && there - here == step;
  }

  /** Digits and signs that stand for letters. */
  private static String plain(String text) {
    return text.replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('@', 'a')
        .replace('5', 's')
        .replace('$', 's')
        .replace('7', 't');
  }

  private static List<String> words() {
    try {
      return new ClassPathResource("security/common-words.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
