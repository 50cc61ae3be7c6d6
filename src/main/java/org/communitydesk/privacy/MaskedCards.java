package org.communitydesk.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of cards in a kept text, whose inner digits are stars, in any way of writing them. */
final class MaskedCards {

  private static final int WIDEST_SIGNS = 12;
  private static final int WIDEST = 30;

  // d: a digit, *: a star, w: words between, x: too far apart
  private static final Pattern CARD =
      Pattern.compile("d(?:\\*?d){5}\\*{3,60}d(?:\\*?d){3}|d{4}w?dd\\*{2,12}w?\\*{1,24}w?d{4}");

  private final StringBuilder signs = new StringBuilder();
  private int[] begins = new int[32];
  private int[] ends = new int[32];
  private int gap;
  private boolean words;

  private MaskedCards() {}

  static List<Place> in(String text) {
    if (text.indexOf('*') < 0) {
      return List.of();
    }
    MaskedCards search = new MaskedCards();
    search.read(text);
    List<Place> found = new ArrayList<>();
    Matcher matcher = CARD.matcher(search.signs);
    while (matcher.find()) {
      found.add(
          new Place(
              PersonalKind.CARD, search.begins[matcher.start()], search.ends[matcher.end() - 1]));
    }
    return found;
  }

  private void read(String text) {
    boolean lineBegins = true;
    for (int i = 0; i < text.length(); ) {
      int end = wordEnd(text, i);
      if (end == i) {
        SpelledSign spelled = SpelledSign.at(text, i);
        lineBegins = spelled.sign() == '\n' || (lineBegins && spelled.sign() != '*');
        gap++;
        i = spelled.end();
      } else {
        word(text, i, end, lineBegins && DigitGroups.isMarker(text, end, end - i));
        lineBegins = false;
        i = end;
      }
    }
  }

  private static int wordEnd(String text, int begin) {
    int i = begin;
    while (i < text.length()) {
      SpelledSign spelled = SpelledSign.at(text, i);
      if (spelled.sign() != '*' && !DigitGroups.isOfWord(spelled.sign())) {
        break;
      }
      i = spelled.end();
    }
    return i;
  }

  private void word(String text, int begin, int end, boolean marker) {
    boolean letters = false;
    for (int i = begin; i < end; ) {
      SpelledSign spelled = SpelledSign.at(text, i);
      letters |= Character.isLetter(spelled.sign()) && LookAlike.digit(spelled.sign()) < 0;
      i = spelled.end();
    }
    for (int i = begin; i < end; ) {
      SpelledSign spelled = SpelledSign.at(text, i);
      int sign = spelled.sign();
      boolean digit = Sign.digit(sign) >= 0 || (!letters && LookAlike.digit(sign) >= 0);
      if (marker || (!digit && sign != '*')) {
        gap += Sign.isInvisible(sign) ? 0 : 1;
        words |= Character.isLetter(sign);
      } else {
        between();
        add(digit ? 'd' : '*', i, spelled.end());
      }
      i = spelled.end();
    }
  }

  private void between() {
    if (gap > (words ? WIDEST : WIDEST_SIGNS)) {
      add('x', 0, 0);
    } else if (words) {
      add('w', 0, 0);
    }
    gap = 0;
    words = false;
  }

  private void add(char sign, int begin, int end) {
    int index = signs.length();
    if (index == begins.length) {
      begins = Arrays.copyOf(begins, index * 2);
      ends = Arrays.copyOf(ends, index * 2);
    }
    begins[index] = begin;
    ends[index] = end;
    signs.append(sign);
  }
}
