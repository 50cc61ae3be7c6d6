package org.communitydesk.channel;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** How a platform counts the length of a text. */
public enum Counting {
  /** UTF-16 units, as browsers count. */
  UTF16,

  /** Bytes of UTF-8. */
  BYTES,

  /**
   * X: after NFC, letters of the Latin, Cyrillic and neighbouring alphabets weigh 1, everything
   * else 2, a link 23; the mentions at the beginning of a reply weigh nothing
   * (https://docs.x.com/x-api/fundamentals/counting-characters, 2026-11).
   */
  WEIGHTED;

  private static final int LINK = 23;
  private static final Pattern LINKS =
      Pattern.compile(
          "https?://\\S+|(?<![@\\w.-])(?:[\\p{L}\\p{N}-]+\\.)+"
              + "(?:com|org|net|info|biz|edu|gov|app|dev|online|site|shop|store|club|pro|рф|[a-z]{2})"
              + "(?![\\p{L}\\p{N}_-])(?:/\\S*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LEADING_MENTIONS = Pattern.compile("^(?:@\\w{1,15}\\s+)+");

  /** The length of the text in this platform's units. */
  public int count(String text) {
    return switch (this) {
      case UTF16 -> text.length();
      case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
      case WEIGHTED -> weigh(text);
    };
  }

  private static int weigh(String text) {
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    String own = LEADING_MENTIONS.matcher(whole).replaceFirst("");
    int links = (int) LINKS.matcher(own).results().count();
    return links * LINK
        + LINKS.matcher(own).replaceAll("").codePoints().map(Counting::weight).sum();
  }

  private static int weight(int character) {
    return character <= 4351
            || (character >= 8192 && character <= 8205)
            || (character >= 8208 && character <= 8223)
            || (character >= 8242 && character <= 8247)
        ? 1
        : 2;
  }
}
