package org.communitydesk.privacy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Personal data in what people write: cards with their codes, phones, addresses of e-mail,
 * passports, numbers of insurance (СНИЛС), contracts and accounts. Card data is never kept (see
 * {@link CardNumbers}); of the rest a message only says that it holds some.
 */
public final class PersonalData {

  private static final Pattern MASKED_CODE =
      Pattern.compile("(?:cvv|cvc|код|цвв|цвс|свс)[^0-9]{0,40}?(?<!\\*)\\*{3,4}(?!\\*)");

  private static final Pattern CARD_IN_PICTURE =
      Pattern.compile(
          "(?:вот|скрин\\p{L}{0,8}|фото\\p{L}{0,8}|снимок|снимк\\p{L}{1,3}|данные|реквизиты"
              + "|сторон\\p{L}{1,3}|номер\\p{L}{0,3})[^\\p{L}]{1,3}(?:\\p{L}{1,12}[^\\p{L}]{1,3}){0,2}?"
              + "карт(?:а|ы|у|е|ой|очк\\p{L}{1,2})(?!\\p{L})"
              + "|карт(?:а|ы|у|е|ой|очк\\p{L}{1,2})[^\\p{L}]{1,3}(?:на|в|во)[^\\p{L}]{1,3}"
              + "(?:фото|скрин|снимк|картинк|вложени)");

  private PersonalData() {}

  /** Hides all personal data of a text that is not null. */
  public static Masked mask(String text) {
    List<Place> found = PersonalSearch.in(text);
    BitSet hidden = CardNumbers.hidden(text);
    for (Place place : found) {
      if (place.kind() != PersonalKind.CARD) {
        for (int i = place.begin(); i < place.end(); i++) {
          if (isTelling(text.charAt(i), place.kind())) {
            hidden.set(i);
          }
        }
      }
    }
    return new Masked(CardNumbers.starred(text, hidden), found.stream().map(Place::kind).toList());
  }

  /** The kinds in a text that has been masked by {@link CardNumbers} before; never null. */
  public static Set<PersonalKind> kindsIn(String kept) {
    Set<PersonalKind> kinds = EnumSet.noneOf(PersonalKind.class);
    find(kept).forEach(one -> kinds.add(one.kind()));
    return kinds;
  }

  /** Where personal data stands in a text, masked card data included; in the order of the text. */
  public static List<Found> find(String text) {
    String plain = Sign.plain(text);
    return Stream.of(
            PersonalSearch.in(text).stream(),
            MaskedCards.in(text).stream(),
            MASKED_CODE
                .matcher(plain)
                .results()
                .map(at -> new Place(PersonalKind.CVV, at.start(), at.end())))
        .flatMap(all -> all)
        .map(at -> new Found(at.kind(), at.begin(), at.end()))
        .sorted(Comparator.comparingInt(Found::begin))
        .toList();
  }

  private static boolean isTelling(char sign, PersonalKind kind) {
    return kind == PersonalKind.EMAIL
        ? !Character.isWhitespace(sign)
        : Character.isLetterOrDigit(sign) || Character.isSurrogate(sign);
  }

  /** Whether a picture beside that text may show a card. */
  public static boolean speaksOfPicturedCard(String text) {
    return CARD_IN_PICTURE.matcher(Sign.plain(text)).find();
  }

  /**
   * Personal data in a text.
   *
   * @param begin the index of its first UTF-16 unit
   * @param end the index behind its last one
   */
  public record Found(PersonalKind kind, int begin, int end) {

    /** As written in the text. */
    public String in(String text) {
      return text.substring(begin, end);
    }
  }

  /**
   * A text without its personal data.
   *
   * @param found the kinds of what was hidden, in the order of the text
   */
  public record Masked(String text, List<PersonalKind> found) {}
}
