package org.communitydesk.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Card data in what people write, which is never kept. A number is 13–19 digits of any script that
 * satisfy Luhn's formula, however they are spaced, dashed or dotted. The first six and the last
 * four digits stay, each digit between them becomes {@code *}; so does each digit of the code from
 * the back of the card; and nothing else of the text changes.
 *
 * <p>Cards of known brands are also seen with other signs or words between their groups, with
 * letters for digits, as HTML entities and percent-encoded.
 *
 * <p>A number must begin and end where a group of digits does, or begin as the cards of a known
 * brand do. Where several readings of one row of digits are possible, the inner digits of every
 * reading are masked. The work grows with the length of the text only.
 */
public final class CardNumbers {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\s*(?:[a-zA-Z][a-zA-Z0-9+.\\-]{1,20}:)?//|\\s*www\\.|\\s*[^\\s/]{1,100}/\\S*[?/]");
  private static final Pattern PLATFORMS_FILES =
      Pattern.compile(
          "(?i)https?://(?:[a-z0-9\\-]{1,63}\\.){1,5}(?:fbcdn\\.net|cdninstagram\\.com|fbsbx\\.com"
              + "|userapi\\.com|mycdn\\.me|okcdn\\.ru|twimg\\.com|viber\\.com)(?::443)?/");

  private static final int LONGEST_PAGE = 1_000;

  // where the address of a page of theirs holds the number of a post, a comment or a person
  private static final Pattern PLATFORMS_ID =
      Pattern.compile(
          "(?i)https?://(?:[a-z]{1,12}\\.){0,2}(?:facebook\\.com|instagram\\.com|vk\\.com|vk\\.ru|ok\\.ru"
              + "|t\\.me|x\\.com|twitter\\.com)/(?:\\S*/)?(?:(?:posts|status|videos|reel|comment"
              + "|permalink|photos?|groups?|topic|stories|profile)/(?:[\\w.\\-]{1,80}/)?"
              + "|\\S*[?&](?:comment_id|reply_comment_id|story_fbid|fbid|id|set|v)=)");

  private CardNumbers() {}

  /**
   * @return the same text when it holds no card data; never null for a text that is not null
   */
  public static String mask(String text) {
    return starred(text, hidden(text));
  }

  /** The indexes of the UTF-16 units of card data, which must not be shown. */
  static BitSet hidden(String text) {
    CardSearch search = CardSearch.of(text);
    BitSet hidden = search.hidden();
    CardCodes.in(text, search.cards()).forEach(code -> hidden.set(code.begin(), code.end()));
    return hidden;
  }

  /** As {@link #hidden} in the address of a page or file: see {@link CardNumbers#maskAddress}. */
  static BitSet hiddenInAddress(String address) {
    boolean ofPlatform = PLATFORMS_FILES.matcher(address).lookingAt();
    List<Place> cards = new ArrayList<>();
    BitSet hidden =
        DisguisedCards.inAddress(address, ofPlatform, CardNumbers::endsBeforeAnId, cards);
    if (!cards.isEmpty()) {
      CardCodes.in(address, cards).forEach(code -> hidden.set(code.begin(), code.end()));
    }
    return hidden;
  }

  private static boolean endsBeforeAnId(String address) {
    return address.length() < LONGEST_PAGE && PLATFORMS_ID.matcher(address).matches();
  }

  /** Whether a text is the address of a page or file and nothing else. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).lookingAt();
  }

  /**
   * Masks card data in the address of a page or file: whole numbers of cards of a known brand,
   * encoded or not. Other numbers are ids, and an address with stars in it leads nowhere. On the
   * hosts where platforms keep files, a number that stands in one word with letters is a part of an
   * id; in the address of a page of theirs so is one that stands where ids do.
   */
  public static String maskAddress(String address) {
    return starred(address, hiddenInAddress(address));
  }

  static String starred(String text, BitSet hidden) {
    if (hidden.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!hidden.get(i)) {
        masked.append(text.charAt(i));
      } else if (!Character.isLowSurrogate(text.charAt(i))) {
        masked.append('*');
      }
    }
    return masked.toString();
  }

  /**
   * Masks a platform's body. In JSON every string is read with its escapes, except object keys and
   * the values of fields that hold ids, keys or hashes, which may satisfy Luhn's formula by chance;
   * addresses are masked as {@link #maskAddress} does; numbers are ids or times and stay, except in
   * a field of text, where a card number becomes a string. What is not JSON is masked as text.
   * Bytes that are not UTF-8 survive.
   *
   * @return the same array when nothing was found
   */
  public static byte[] maskJson(byte[] body) {
    String text = StrayBytes.decode(body);
    String masked = JsonBody.mask(text).orElseGet(() -> mask(text));
    return masked.equals(text) ? body : StrayBytes.encode(masked);
  }
}
