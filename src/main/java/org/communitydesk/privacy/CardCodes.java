package org.communitydesk.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code from the back of a card: by its name, or behind the number or the date of a card. */
final class CardCodes {

  private static final String NAME =
      "(?<![\\p{L}0-9])(?:cvv|cvc|cvp|cid|cvn|цвв|цвс|цвц|свв|свс|сvv|сvc|сvс)-?2?(?!\\p{L})"
          + "|код[\\p{L}]{0,3}\\s{1,3}(?:с|на|со)\\s{1,3}(?:обратн|оборот|задн|тыльн|друг)[\\p{L}]{0,6}"
          + "(?:\\s{1,3}сторон[\\p{L}]{0,3})?"
          + "|(?:код[\\p{L}]{0,3}\\s{1,3}безопасност[иь]|код[\\p{L}]{0,3}\\s{1,3}карт[\\p{L}]{1,3}"
          + "|три\\s{1,3}цифры\\s{1,3}(?:с|на)\\s{1,3}(?:обратн|оборот|задн)[\\p{L}]{0,6})";
  private static final String CODE = "(?<![0-9*])([0-9]{3,4})";
  private static final String NOTHING_ELSE =
      "(?![0-9*]|[.,:/\\-][0-9]|\\s?(?:%|₽|€|\\$|руб|р\\.|тыс|коп|год|г\\.|дн|день|час|мин|раз))";

  private static final Pattern MAY_BE_NAMED = Pattern.compile("c[vi]|[сц]в|сv|код|три");
  private static final Pattern NAMED_FIRST =
      Pattern.compile("(?:" + NAME + ")[^0-9\\n*]{0,24}?" + CODE + NOTHING_ELSE);
  private static final Pattern NAMED_LATER =
      Pattern.compile(CODE + "[\\s(—–:=-]{1,4}(?:" + NAME + ")");
  private static final Pattern BEHIND_A_CARD =
      Pattern.compile(
          "[^0-9*]{1,24}?(?:[01]?[0-9]\\s?[/.\\\\-]\\s?(?:20)?[0-9]{2}[^0-9*]{1,24}?"
              + "|код[^0-9]{0,12}?)"
              + CODE
              + NOTHING_ELSE);
  private static final Pattern GROUP_OF_THREE =
      Pattern.compile("[\\s,;/]{1,3}([0-9]{3})(?![0-9\\p{L}]|[.,:/\\-]?[0-9]|\\s?\\p{L})");

  private CardCodes() {}

  static List<Place> in(String text, List<Place> cards) {
    String plain = Sign.plain(text);
    List<Place> codes = new ArrayList<>();
    if (MAY_BE_NAMED.matcher(plain).find()) {
      all(NAMED_FIRST, plain, codes);
      all(NAMED_LATER, plain, codes);
    }
    for (Place card : cards) {
      follow(BEHIND_A_CARD, plain, card, codes);
      follow(GROUP_OF_THREE, plain, card, codes);
    }
    codes.removeIf(code -> cards.stream().anyMatch(code::meets));
    codes.sort(Comparator.comparingInt(Place::begin));
    return codes.stream().distinct().toList();
  }

  private static void all(Pattern pattern, String text, List<Place> codes) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      codes.add(new Place(PersonalKind.CVV, matcher.start(1), matcher.end(1)));
    }
  }

  private static void follow(Pattern pattern, String text, Place card, List<Place> codes) {
    Matcher matcher = pattern.matcher(text).region(card.end(), text.length());
    matcher.useTransparentBounds(true);
    if (matcher.lookingAt()) {
      codes.add(new Place(PersonalKind.CVV, matcher.start(1), matcher.end(1)));
    }
  }
}
