package org.communitydesk.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds personal data; every repetition is bounded, so that the work grows with the text only. */
final class PersonalSearch {

  private static final String ALONE = "(?<![\\p{L}0-9*+])";
  private static final String OVER = "(?![0-9*])";
  private static final String GAP = "[\\s\\u00A0.\\-–—]{0,3}";
  private static final String CODE = GAP + "\\(?" + GAP + "%s[0-9]{2}" + GAP + "\\)?" + GAP;
  private static final String REST = "[0-9]{3}" + GAP + "[0-9]{2}" + GAP + "[0-9]{2}" + OVER;

  private static final Pattern DATE =
      Pattern.compile("[0-9]{1,2}[\\-/][0-9]{1,2}[\\-/][0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final List<Search> SEARCHES =
      List.of(
          new Search(
              PersonalKind.EMAIL,
              "(?<![\\p{L}0-9._%+\\-])([\\p{L}0-9._%+\\-]{1,64})@"
                  + "(?:[\\p{L}0-9\\-]{1,63}\\.){1,4}\\p{L}{2,24}(?![\\p{L}0-9@])"),
          new Search(
              PersonalKind.SNILS,
              ALONE
                  + "([0-9]{3}[\\s\\u00A0\\-–]{1,2}[0-9]{3}[\\s\\u00A0\\-–]{1,2}[0-9]{3}"
                  + "[\\s\\u00A0\\-–]{1,2}[0-9]{2})"
                  + OVER),
          new Search(PersonalKind.SNILS, "снилс[^0-9]{0,30}?([0-9]{11})" + OVER),
          new Search(
              PersonalKind.PASSPORT,
              "(?:паспорт|серия|серии)[^0-9]{0,60}?"
                  + "([0-9]{2}(?:\\s[0-9]{2}|[0-9]{2}(?![0-9]))[\\s,]{0,3}"
                  + "(?:(?:№|n|номер|ном\\.)[\\s.:]{0,3})?[0-9]{6})"
                  + OVER),
          new Search(
              PersonalKind.PASSPORT,
              "(?:паспорт|серия|серии)\\p{L}{0,4}[^0-9\\p{L}]{0,4}(?:рф)?[^0-9\\p{L}]{0,4}([0-9]{10})"
                  + OVER),
          new Search(
              PersonalKind.PASSPORT,
              ALONE
                  + "([0-9]{2}\\s[0-9]{2}\\s(?:№\\s?)?[0-9]{6})"
                  + OVER
                  + "[^\\n]{0,40}?(?:паспорт|выдан)"),
          new Search(
              PersonalKind.CONTRACT,
              "(?:(?<!\\p{L})(?:договор|контракт)\\p{L}{0,5}|(?<!\\p{L})(?:сч[её]т\\p{L}{0,3}"
                  + "|р/с|л/с|к/с))[^0-9\\n.!?]{0,30}?(?:№|(?<!\\p{L})n|номер\\p{L}{0,3})"
                  + "[\\s:.]{0,3}(\\p{L}{0,4}[\\-/]?[0-9][0-9\\-/]{3,30}(?:\\s[0-9]{3,5}){0,5})"
                  + OVER
                  + "(?!\\s?(?:руб|₽|тыс|млн|р\\.))"),
          new Search(
              PersonalKind.CONTRACT,
              "(?:(?<!\\p{L})(?:договор|контракт)\\p{L}{0,5}|(?<!\\p{L})(?:сч[её]т\\p{L}{0,3}"
                  + "|р/с|л/с|к/с))[\\s:(]{1,3}([0-9]{8,25})"
                  + OVER
                  + "(?!\\s?(?:руб|₽|тыс|млн|р\\.))"),
          new Search(PersonalKind.CONTRACT, ALONE + "((?:40[5-8]|42[36])[0-9]{17})" + OVER),
          new Search(
              PersonalKind.PHONE,
              "(?<![\\p{L}0-9*+])((?:\\+\\s?7|8|7)" + CODE.formatted("[34589]") + REST + ")"),
          new Search(
              PersonalKind.PHONE,
              "(?<![\\p{L}0-9*])(\\+\\s?(?:37[345]|380|99[2-68])(?:[\\s\\-()]{0,2}[0-9]){7,9})"
                  + OVER),
          new Search(
              PersonalKind.PHONE,
              ALONE
                  + "(\\([3489][0-9]{2,4}\\)\\s{0,2}[0-9]{2,3}[\\s\\-][0-9]{2}[\\s\\-][0-9]{2}"
                  + "|[3489][0-9]{2}[\\s\\-][0-9]{3}-[0-9]{2}-[0-9]{2}"
                  + "|9[0-9]{2}\\s[0-9]{3}\\s[0-9]{2}\\s[0-9]{2})"
                  + OVER),
          new Search(
              PersonalKind.PHONE,
              "(?:тел(?:ефон|\\.|:)|моб(?:ильн|\\.)|звон|whats?app|вотсап|ватсап|viber|вайбер)"
                  + "\\p{L}{0,6}[^0-9]{0,16}?(9[0-9]{9})"
                  + OVER));

  private PersonalSearch() {}

  /** In the order of the text; nothing is counted as two kinds. */
  static List<Place> in(String text) {
    String plain = Sign.plain(text);
    List<Place> found = new ArrayList<>(CardSearch.of(text).cards());
    found.addAll(CardCodes.in(text, List.copyOf(found)));
    for (Search search : SEARCHES) {
      Matcher matcher = search.pattern.matcher(plain);
      while (matcher.find()) {
        Place place = new Place(search.kind, matcher.start(1), matcher.end(1));
        if (isThat(plain, place) && found.stream().noneMatch(place::meets)) {
          found.add(place);
        }
      }
    }
    found.sort(Comparator.comparingInt(Place::begin));
    return found;
  }

  private static boolean isThat(String text, Place place) {
    return switch (place.kind()) {
      case SNILS -> Snils.isValid(digits(text, place));
      case CONTRACT -> !DATE.matcher(text.substring(place.begin(), place.end())).matches();
      default -> true;
    };
  }

  private static String digits(String text, Place place) {
    return text.substring(place.begin(), place.end()).replaceAll("[^0-9]", "");
  }

  private record Search(PersonalKind kind, Pattern pattern) {

    Search(PersonalKind kind, String pattern) {
      this(kind, Pattern.compile(pattern));
    }
  }
}
