package org.communitydesk.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

/** A token or password: never printed, compared in constant time. */
public final class Secret {

  private final Supplier<String> value;

  private Secret(Supplier<String> value) {
    this.value = value;
  }

  /** Null or blank text is no secret: {@link #isSet()} is false and nothing matches it. */
  public static Secret of(String value) {
    String text = value == null ? "" : value.strip();
    return new Secret(() -> text);
  }

  /** A secret that is asked for again at each use, because it may be changed meanwhile. */
  public static Secret live(Supplier<Secret> current) {
    return new Secret(() -> current.get().reveal());
  }

  public boolean isSet() {
    return !reveal().isEmpty();
  }

  /** The text itself, for the one line that sends it; not to be kept. */
  public String reveal() {
    return value.get();
  }

  /** Whether the presented text is this secret; false for null and whenever none is set. */
  public boolean matches(String presented) {
    return isSet()
        && presented != null
        && MessageDigest.isEqual(
            reveal().getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return isSet() ? "***" : "(not set)";
  }
}
