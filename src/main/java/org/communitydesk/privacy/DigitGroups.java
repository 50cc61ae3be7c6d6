package org.communitydesk.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The groups of digits of a text with what stands between them. Letters that look like a digit are
 * one where their whole word consists of such letters and digits.
 */
final class DigitGroups {

  private static final int MOST = 512;
  private static final int KEPT = 24;

  private final String text;
  private final boolean wholeWords;
  private final Consumer<List<Group>> reader;
  private final List<Group> groups = new ArrayList<>();
  private Gap gap = new Gap();
  private boolean lineBegins = true;

  private DigitGroups(String text, boolean wholeWords, Consumer<List<Group>> reader) {
    this.text = text;
    this.wholeWords = wholeWords;
    this.reader = reader;
  }

  /**
   * @param wholeWords leave out digits that stand in one word with letters
   * @param reader gets rows of groups that may belong together; a row overlaps the one before it
   */
  static void of(String text, boolean wholeWords, Consumer<List<Group>> reader) {
    new DigitGroups(text, wholeWords, reader).read();
  }

  enum Between {
    /** Blanks, dashes and dots, as people write them. */
    CLOSE,
    /** Other signs. */
    SIGNS,
    WORDS,
    /** Too far apart, or told apart by what stands there. */
    NOTHING_SHARED
  }

  /** Digits without anything between them. */
  static final class Group {

    private static final int LONGEST = 20;

    byte[] digit = new byte[4];
    int begin;
    int count;
    int real;
    boolean odd;
    Gap gap;

    private void add(int value, int from) {
      if (count == 0) {
        begin = from;
      }
      if (count < LONGEST) {
        digit = count < digit.length ? digit : Arrays.copyOf(digit, LONGEST);
        digit[count] = (byte) value;
        count++;
      }
    }

    /** Whether it ends with a zero but is none: more likely an amount than a part of a number. */
    boolean isRound() {
      int sum = 0;
      for (int i = 0; i < count; i++) {
        sum += digit[i];
      }
      return sum > 0 && digit[count - 1] == 0;
    }

    int value() {
      int value = 0;
      for (int i = 0; i < Math.min(count, 9); i++) {
        value = value * 10 + digit[i];
      }
      return value;
    }
  }

  /** What stands in front of a group. */
  static final class Gap {

    private static final int WIDEST_CLOSE = 4;
    private static final int WIDEST_SIGNS = 12;
    private static final int WIDEST = 30;
    private static final Pattern TELLS_APART =
        Pattern.compile(
            "[₽$€№]|руб|коп|тыс|млн|млрд|год|шт|час|мин|сек|лет|дн[ейя]|тел|дом|кв\\.|р\\.|г\\.|инн|rub|usd|eur");

    final StringBuilder signs = new StringBuilder();
    boolean odd;
    boolean blank;
    private int length;
    private boolean hasLetters;
    private boolean hasOthers;
    private boolean telling;
    private Between between;

    private void add(int sign, boolean spelled) {
      odd |= spelled;
      length++;
      hasLetters |= Character.isLetterOrDigit(sign);
      boolean close = Sign.separates(sign);
      hasOthers |= !close;
      telling |= hasLetters || sign > 0x7F || sign == '$';
      blank |= close && Character.isWhitespace(sign);
      if (length <= WIDEST && !Character.isWhitespace(sign)) {
        signs.appendCodePoint(Character.toLowerCase(sign));
      }
    }

    Between between() {
      if (between == null) {
        between = judged();
      }
      return between;
    }

    private Between judged() {
      if (length > WIDEST || (telling && TELLS_APART.matcher(signs).find())) {
        return Between.NOTHING_SHARED;
      }
      if (hasLetters) {
        return Between.WORDS;
      }
      if (!hasOthers && length <= WIDEST_CLOSE) {
        return Between.CLOSE;
      }
      return length <= WIDEST_SIGNS ? Between.SIGNS : Between.NOTHING_SHARED;
    }

    boolean isLike(Gap other) {
      return signs.compareTo(other.signs) == 0 && blank == other.blank;
    }
  }

  private void read() {
    int i = 0;
    while (i < text.length()) {
      int end = wordEnd(i);
      if (end > i) {
        word(i, end);
        lineBegins = false;
        i = end;
      } else {
        SpelledSign spelled = SpelledSign.at(text, i);
        lineBegins =
            spelled.sign() == '\n' || (lineBegins && !Character.isLetterOrDigit(spelled.sign()));
        gap.add(spelled.sign(), isSpelled(i, spelled));
        i = spelled.end();
      }
    }
    reader.accept(groups);
  }

  private int wordEnd(int begin) {
    int i = begin;
    while (i < text.length()) {
      SpelledSign spelled = SpelledSign.at(text, i);
      if (!isOfWord(spelled.sign())) {
        return i;
      }
      i = spelled.end();
    }
    return i;
  }

  static boolean isOfWord(int sign) {
    return Sign.digit(sign) >= 0 || Character.isLetter(sign) || Sign.isInvisible(sign);
  }

  private void word(int begin, int end) {
    boolean letters = false;
    for (int i = begin; i < end; ) {
      SpelledSign spelled = SpelledSign.at(text, i);
      int sign = spelled.sign();
      letters |= Character.isLetter(sign) && LookAlike.digit(sign) < 0 && !Sign.isInvisible(sign);
      i = spelled.end();
    }
    Group group = new Group();
    for (int i = begin; i < end; ) {
      SpelledSign spelled = SpelledSign.at(text, i);
      int sign = spelled.sign();
      int value = Sign.digit(sign);
      int alike = letters ? -1 : LookAlike.digit(sign);
      if (value >= 0 && !(letters && wholeWords)) {
        group.add(value, i);
        group.real++;
        group.odd |= isSpelled(i, spelled);
      } else if (alike >= 0) {
        group.add(alike, i);
        group.odd = true;
      } else if (!Sign.isInvisible(sign)) {
        group = close(group, i);
        gap.add(sign, isSpelled(i, spelled));
      }
      i = spelled.end();
    }
    close(group, end);
  }

  private boolean isSpelled(int begin, SpelledSign spelled) {
    return spelled.end() - begin > Character.charCount(spelled.sign());
  }

  private Group close(Group group, int end) {
    if (group.count == 0) {
      return group;
    }
    if (isNoGroup(group) || (lineBegins && isMarker(text, end, group.count))) {
      for (int k = 0; k < group.count; k++) {
        gap.add(isNoGroup(group) ? 'o' : ')', false);
      }
      return new Group();
    }
    group.gap = gap;
    gap = new Gap();
    if (group.gap.between() == Between.NOTHING_SHARED && !groups.isEmpty()) {
      reader.accept(groups);
      groups.clear();
    }
    groups.add(group);
    if (groups.size() == MOST) {
      reader.accept(groups);
      groups.subList(0, MOST - KEPT).clear();
    }
    return new Group();
  }

  /** A short word of letters alone is one, unless the number is spelled in pieces as short. */
  private boolean isNoGroup(Group group) {
    return group.real == 0
        && group.count < 4
        && (groups.isEmpty()
            || gap.judged() != Between.CLOSE
            || groups.get(groups.size() - 1).count != group.count);
  }

  /** The number of an item of a list: «2) …» at the beginning of a line. */
  static boolean isMarker(String text, int end, int length) {
    return length <= 2
        && end + 1 < text.length()
        && (text.charAt(end) == ')' || text.charAt(end) == '.')
        && text.charAt(end + 1) == ' ';
  }
}
