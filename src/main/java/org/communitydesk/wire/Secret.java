package org.communitydesk.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A token or password: never printed, compared in constant time. */
public final class Secret {

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Null or blank text is no secret: {@link #isSet()} is false and nothing matches it. */
  public static Secret of(String value) {
    return new Secret(value == null ? "" : value.strip());
  }

  public boolean isSet() {
    return !value.isEmpty();
  }

  /** The text itself, for the one line that sends it. */
  public String reveal() {
    return value;
  }

  /** Whether the presented text is this secret; false for null and whenever none is set. */
  public boolean matches(String presented) {
    return isSet()
        && presented != null
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return isSet() ? "***" : "(not set)";
  }
}
