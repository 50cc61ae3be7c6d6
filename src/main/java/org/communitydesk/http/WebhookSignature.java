package org.communitydesk.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs and checks webhooks in the form of Standard Webhooks
 * (https://github.com/standard-webhooks/standard-webhooks, read 2026-11): HMAC-SHA256 over {@code
 * id.timestamp.body}, one signature for each secret, so that secrets can be changed in turn.
 */
public final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private final List<Secret> secrets;
  private final Duration tolerance;

  /**
   * @param secrets each as {@link #isSecret} demands; with none nothing matches
   * @param tolerance how far the sender's clock may be from ours
   */
  public WebhookSignature(List<Secret> secrets, Duration tolerance) {
    this.secrets = List.copyOf(secrets);
    this.tolerance = tolerance;
  }

  /** Whether the text is {@code whsec_} and 24 to 64 bytes in Base64. */
  public static boolean isSecret(String text) {
    try {
      int bytes = key(text).length;
      return text.startsWith(PREFIX) && bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }

  /** The header {@code webhook-signature}. */
  public String sign(String id, Instant at, byte[] body) {
    byte[] signed = signed(id, String.valueOf(at.getEpochSecond()), body);
    return secrets.stream()
        .map(secret -> VERSION + signature(secret, signed))
        .collect(Collectors.joining(" "));
  }

  /**
   * Whether one of the secrets has signed it, in time.
   *
   * @param id the header {@code webhook-id}; null or empty never matches
   * @param timestamp the header {@code webhook-timestamp}, seconds since 1970; may be anything
   * @param signatures the header {@code webhook-signature}, several parted by blanks; may be null
   */
  public boolean matches(String id, String timestamp, String signatures, byte[] body, Instant now) {
    if (id == null || id.isBlank() || signatures == null || !isInTime(timestamp, now)) {
      return false;
    }
    byte[] signed = signed(id, timestamp, body);
    boolean found = false;
    for (Secret secret : secrets) {
      byte[] expected = (VERSION + signature(secret, signed)).getBytes(StandardCharsets.UTF_8);
      for (String given : signatures.split(" ", -1)) {
        found |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  private boolean isInTime(String timestamp, Instant now) {
    return timestamp != null
        && timestamp.matches("[0-9]{1,11}")
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs()
                .compareTo(tolerance)
            <= 0;
  }

  private static byte[] signed(String id, String timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    byte[] signed = new byte[head.length + body.length];
    System.arraycopy(head, 0, signed, 0, head.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    return signed;
  }

  private static String signature(Secret secret, byte[] signed) {
    return Base64.getEncoder().encodeToString(Hmac.sign(key(secret.reveal()), signed));
  }

  private static byte[] key(String secret) {
    return Base64.getDecoder().decode(secret.replaceFirst("^" + PREFIX, ""));
  }
}
