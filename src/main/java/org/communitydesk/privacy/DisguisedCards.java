package org.communitydesk.privacy;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.communitydesk.privacy.DigitGroups.Between;
import org.communitydesk.privacy.DigitGroups.Gap;
import org.communitydesk.privacy.DigitGroups.Group;

/**
 * Numbers of cards of known brands that only a reader sees: with signs or words between the groups,
 * with letters for digits, encoded for the web. The more there is between the groups, the more
 * exactly they must be those on a card: lists of amounts, dates and ids satisfy Luhn's formula by
 * chance, too.
 */
final class DisguisedCards {

  private static final int LONGEST = 19;
  private static final int KEPT_IN_FRONT = 6;
  private static final int KEPT_AT_THE_END = 4;
  private static final int FEWEST_REAL_DIGITS = 3;
  private static final int LONGEST_LIST = 64;
  private static final int NEAR = 100;

  private final String text;
  private final boolean plainToo;
  private final BitSet hidden;
  private final List<Place> cards;
  private final byte[] digits = new byte[LONGEST];
  private final byte[] listed = new byte[16];
  private Predicate<String> ids = before -> false;

  private DisguisedCards(String text, boolean plainToo, BitSet hidden, List<Place> cards) {
    this.text = text;
    this.plainToo = plainToo;
    this.hidden = hidden;
    this.cards = cards;
  }

  /** Adds what {@link CardSearch} does not see to what it found. */
  static void in(String text, BitSet hidden, List<Place> cards) {
    if (hasDigits(text)) {
      DisguisedCards search = new DisguisedCards(text, false, hidden, cards);
      DigitGroups.of(text, false, search::judge);
    }
  }

  /**
   * In the address of a page or file, where longer numbers are ids: only whole numbers of cards.
   *
   * @param wholeWords whether digits in one word with letters are part of an id
   * @param ids whether a number is an id that stands behind such a place
   */
  static BitSet inAddress(
      String address, boolean wholeWords, Predicate<String> ids, List<Place> cards) {
    BitSet hidden = new BitSet();
    if (hasDigits(address)) {
      DisguisedCards search = new DisguisedCards(address, true, hidden, cards);
      search.ids = ids;
      DigitGroups.of(address, wholeWords, search::judge);
    }
    return hidden;
  }

  private static boolean hasDigits(String text) {
    int real = 0;
    for (int i = 0; i < text.length() && real < FEWEST_REAL_DIGITS; i++) {
      real += Sign.digit(text.charAt(i)) >= 0 || Character.isSurrogate(text.charAt(i)) ? 1 : 0;
    }
    return real == FEWEST_REAL_DIGITS;
  }

  private void judge(List<Group> groups) {
    boolean plain =
        groups.stream()
            .allMatch(
                group -> !group.odd && !group.gap.odd && group.gap.between() == Between.CLOSE);
    if (plain && !plainToo) {
      return;
    }
    for (int first = 0; first < groups.size(); first++) {
      int count = 0;
      int real = 0;
      boolean odd = false;
      Between between = Between.CLOSE;
      for (int last = first; last < groups.size(); last++) {
        Group group = groups.get(last);
        if (last > first) {
          Between here = group.gap.between();
          between = here.compareTo(between) > 0 ? here : between;
          odd |= group.gap.odd;
        }
        if (between == Between.NOTHING_SHARED || count + group.count > LONGEST) {
          break;
        }
        System.arraycopy(group.digit, 0, digits, count, group.count);
        count += group.count;
        real += group.real;
        odd |= group.odd;
        boolean unseen = plainToo || odd || between != Between.CLOSE;
        if (unseen
            && real >= FEWEST_REAL_DIGITS
            && count >= 14
            && Brand.begins(digits, 0, count)
            && isLuhn(digits, count)
            && isWritten(groups, first, last, between)
            && !ids.test(text.substring(0, groups.get(first).begin))) {
          hide(groups.subList(first, last + 1), count);
        }
      }
    }
  }

  private static boolean isLuhn(byte[] digits, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      int doubled = digits[i] < 5 ? digits[i] * 2 : digits[i] * 2 - 9;
      sum += (count - i) % 2 == 0 ? doubled : digits[i];
    }
    return sum % 10 == 0;
  }

  private boolean isWritten(List<Group> groups, int first, int last, Between between) {
    if (between == Between.CLOSE) {
      return true;
    }
    boolean fours = isFours(groups, first, last);
    boolean alike = isAlike(groups, first, last);
    if (fours || isAmex(groups, first, last)) {
      return !(fours && isSeries(groups, first)) && !(alike && fours && isList(groups, first));
    }
    return between == Between.SIGNS && alike && isEven(groups, first, last);
  }

  /** 4-4-4-4, and perhaps up to three digits more. */
  private static boolean isFours(List<Group> groups, int first, int last) {
    int size = last - first + 1;
    if (size < 4 || size > 5 || (size == 5 && groups.get(last).count > 3)) {
      return false;
    }
    return groups.subList(first, first + 4).stream().allMatch(group -> group.count == 4);
  }

  private static boolean isAmex(List<Group> groups, int first, int last) {
    return last - first == 2
        && groups.get(first).count == 4
        && groups.get(first + 1).count == 6
        && groups.get(last).count == 5;
  }

  private static boolean isAlike(List<Group> groups, int first, int last) {
    Gap gap = groups.get(Math.min(first + 1, last)).gap;
    return groups.subList(first + 1, last + 1).stream().allMatch(group -> group.gap.isLike(gap));
  }

  /** Amounts, and numbers that follow each other. */
  private static boolean isSeries(List<Group> groups, int first) {
    List<Group> four = groups.subList(first, first + 4);
    boolean near = true;
    for (int i = 1; i < 4; i++) {
      int step = four.get(i).value() - four.get(i - 1).value();
      near &= step > 0 && step <= NEAR;
    }
    return near || four.stream().filter(Group::isRound).count() >= 3;
  }

  /** Whether these four stand in a list of more, which is not one of several cards. */
  private boolean isList(List<Group> groups, int first) {
    Gap gap = groups.get(first + 1).gap;
    int begin = first;
    while (begin > 0 && first - begin < LONGEST_LIST && isNext(groups, begin, begin - 1, gap)) {
      begin--;
    }
    int end = first + 3;
    while (end + 1 < groups.size()
        && end - first < LONGEST_LIST
        && isNext(groups, end + 1, end + 1, gap)) {
      end++;
    }
    if ((end - begin + 1) % 4 != 0 || (first - begin) % 4 != 0) {
      return true;
    }
    for (int card = begin; card < end; card += 4) {
      for (int i = 0; i < 4; i++) {
        System.arraycopy(groups.get(card + i).digit, 0, listed, i * 4, 4);
      }
      if (!Brand.begins(listed, 0, 16) || !isLuhn(listed, 16)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNext(List<Group> groups, int behindGap, int group, Gap gap) {
    return groups.get(behindGap).gap.isLike(gap) && groups.get(group).count == 4;
  }

  /** One or two digits each and no others beside them, or so many fours together. */
  private static boolean isEven(List<Group> groups, int first, int last) {
    int size = groups.get(first).count;
    List<Group> all = groups.subList(first, last + 1);
    Gap gap = groups.get(first + 1).gap;
    if (all.stream().allMatch(group -> group.count == size) && size <= 2) {
      boolean before = first > 0 && groups.get(first).gap.isLike(gap);
      boolean behind = last + 1 < groups.size() && groups.get(last + 1).gap.isLike(gap);
      return !before && !behind && !gap.blank;
    }
    return all.stream().allMatch(group -> group.count % 4 == 0)
        && all.stream().anyMatch(group -> group.count == 4)
        && !gap.blank;
  }

  private void hide(List<Group> groups, int count) {
    int index = 0;
    int end = 0;
    for (Group group : groups) {
      int at = group.begin;
      for (int i = 0; i < group.count; at = end) {
        SpelledSign spelled = SpelledSign.at(text, at);
        end = spelled.end();
        if (!Sign.isInvisible(spelled.sign())) {
          if (index >= KEPT_IN_FRONT && index < count - KEPT_AT_THE_END) {
            hidden.set(at, end);
          }
          index++;
          i++;
        }
      }
    }
    cards.add(new Place(PersonalKind.CARD, groups.get(0).begin, end));
  }
}
