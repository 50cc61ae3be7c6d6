package org.communitydesk.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over raw bytes; nothing matches a key that is not set. */
public final class Hmac {

  private Hmac() {}

  /** Lower-case hexadecimal, 64 characters. */
  public static String hex(Secret key, byte[] message) {
    return HexFormat.of().formatHex(sign(key, message));
  }

  /** Base64 with padding, 44 characters. */
  public static String base64(Secret key, byte[] message) {
    return Base64.getEncoder().encodeToString(sign(key, message));
  }

  /**
   * Compares in constant time.
   *
   * @param given exactly as {@link #hex} writes it; false for anything else, null included
   */
  public static boolean matchesHex(Secret key, byte[] message, String given) {
    return key.isSet() && same(hex(key, message), given);
  }

  /** As {@link #matchesHex} for {@link #base64}. */
  public static boolean matchesBase64(Secret key, byte[] message, String given) {
    return key.isSet() && same(base64(key, message), given);
  }

  private static boolean same(String expected, String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sign(Secret key, byte[] message) {
    if (!key.isSet()) {
      throw new IllegalStateException("There is no key to sign with");
    }
    return sign(key.reveal().getBytes(StandardCharsets.UTF_8), message);
  }

  static byte[] sign(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
