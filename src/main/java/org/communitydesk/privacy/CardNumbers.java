package org.communitydesk.privacy;

import java.util.BitSet;

/**
 * Card data in what people write, which is never kept. A number is 13–19 digits of any script that
 * satisfy Luhn's formula, however they are spaced, dashed or dotted. The first six and the last
 * four digits stay, each digit between them becomes {@code *}; so does each digit of the code from
 * the back of the card; and nothing else of the text changes.
 *
 * <p>A number must begin and end where a group of digits does, or begin as the cards of a known
 * brand do. Where several readings of one row of digits are possible, the inner digits of every
 * reading are masked. The work grows with the length of the text only.
 */
public final class CardNumbers {

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
   * the values of fields that hold ids, keys, hashes or addresses, which may satisfy Luhn's formula
   * by chance; numbers are ids or times and stay, except in a field of text, where a card number
   * becomes a string. What is not JSON is masked as text. Bytes that are not UTF-8 survive.
   *
   * @return the same array when nothing was found
   */
  public static byte[] maskJson(byte[] body) {
    String text = StrayBytes.decode(body);
    String masked = JsonBody.mask(text).orElseGet(() -> mask(text));
    return masked.equals(text) ? body : StrayBytes.encode(masked);
  }
}
