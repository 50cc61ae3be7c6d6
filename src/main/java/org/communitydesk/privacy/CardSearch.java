package org.communitydesk.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

final class CardSearch {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int KEPT_IN_FRONT = 6;
  private static final int KEPT_AT_THE_END = 4;
  private static final int WIDEST_GAP = 4;

  // A key of ours that a platform sends back; its digits satisfy Luhn's formula by chance.
  private static final Pattern UUID =
      Pattern.compile(
          "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  // Twenty digits with the balance account in front and the currency in the middle, as the Bank of
  // Russia numbers accounts of clients and of banks.
  private static final int LENGTH_OF_ACCOUNT = 20;
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:30[1-3]|40[1-8]|42[0-6]|45[1-9]|47[4-9])[0-9]{2}(?:810|643|840|978|156|933)[0-9]{12}");

  private final BitSet hidden = new BitSet();
  private final List<Place> cards = new ArrayList<>();
  private int[] at = new int[64];
  private byte[] digit = new byte[64];
  private boolean[] opensGroup = new boolean[64];
  private int count;

  private CardSearch() {}

  static CardSearch of(String text) {
    CardSearch search = new CardSearch();
    if (!UUID.matcher(text).matches()) {
      search.read(text);
      search.add(text);
    }
    return search;
  }

  /** The indexes of the UTF-16 units that must not be shown. */
  BitSet hidden() {
    return hidden;
  }

  /** Where the numbers stand, in order and apart from each other. */
  List<Place> cards() {
    return cards;
  }

  private void add(String text) {
    int plain = cards.size();
    DisguisedCards.in(text, hidden, cards);
    if (cards.size() > plain) {
      List<Place> all = cards.stream().sorted(Comparator.comparingInt(Place::begin)).toList();
      cards.clear();
      all.forEach(card -> keep(card.begin(), card.end()));
    }
  }

  private void read(String text) {
    int gap = 0;
    boolean afterGap = true;
    for (int i = 0, width; i < text.length(); i += width) {
      int sign = text.codePointAt(i);
      width = Character.charCount(sign);
      int value = Sign.digit(sign);
      if (value >= 0) {
        add(i, value, afterGap);
        gap = 0;
        afterGap = false;
      } else if (count > 0 && Sign.isInvisible(sign)) {
        afterGap = true;
      } else if (count > 0 && gap < WIDEST_GAP && Sign.separates(sign)) {
        gap++;
        afterGap = true;
      } else {
        judge(text);
        gap = 0;
        afterGap = true;
      }
    }
    judge(text);
  }

  private void add(int index, int value, boolean afterGap) {
    if (count == at.length) {
      at = Arrays.copyOf(at, count * 2);
      digit = Arrays.copyOf(digit, count * 2);
      opensGroup = Arrays.copyOf(opensGroup, count * 2);
    }
    at[count] = index;
    digit[count] = (byte) value;
    opensGroup[count] = afterGap;
    count++;
  }

  private void judge(String text) {
    if (count >= SHORTEST && !isAccount()) {
      LuhnSums sums = new LuhnSums(digit, count);
      int hiddenUntil = 0;
      for (int begin = 0; begin + SHORTEST <= count; begin++) {
        int end = widest(begin, sums);
        if (end > 0) {
          keep(at[begin], at[end - 1] + Character.charCount(text.codePointAt(at[end - 1])));
        }
        for (int i = Math.max(hiddenUntil, begin + KEPT_IN_FRONT); i < end - KEPT_AT_THE_END; i++) {
          hidden.set(at[i], at[i] + Character.charCount(text.codePointAt(at[i])));
          hiddenUntil = i + 1;
        }
      }
    }
    count = 0;
  }

  private boolean isAccount() {
    if (count != LENGTH_OF_ACCOUNT) {
      return false;
    }
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < count; i++) {
      number.append(i > 0 && opensGroup[i] ? " " : "").append(digit[i]);
    }
    return ACCOUNT.matcher(number).matches();
  }

  private void keep(int begin, int end) {
    Place last = cards.isEmpty() ? null : cards.get(cards.size() - 1);
    if (last == null || last.end() <= begin) {
      cards.add(new Place(PersonalKind.CARD, begin, end));
    } else if (last.end() < end) {
      cards.set(cards.size() - 1, new Place(PersonalKind.CARD, last.begin(), end));
    }
  }

  private int widest(int begin, LuhnSums sums) {
    for (int end = Math.min(count, begin + LONGEST); end >= begin + SHORTEST; end--) {
      if ((standsAlone(begin, end) || Brand.begins(digit, begin, end - begin))
          && sums.isValid(begin, end)) {
        return end;
      }
    }
    return 0;
  }

  private boolean standsAlone(int begin, int end) {
    return opensGroup[begin] && (end == count || opensGroup[end]);
  }
}
