package org.communitydesk.sandbox.world;

import java.util.Arrays;
import java.util.Optional;

/** A way in which a simulated platform can misbehave. */
public enum Fault {
  RATE_LIMIT("rateLimit"),
  SERVER_ERROR("serverError"),
  /** Done, and then no answer at all. */
  ACCEPT_THEN_TIMEOUT("acceptThenTimeout"),
  /** Done, and then the connection breaks before the answer. */
  ACCEPT_THEN_RESET("acceptThenReset"),
  /** Lasts until the token is renewed. */
  TOKEN_EXPIRED("tokenExpired"),
  DELETED_PARENT("deletedParent"),
  BLOCKED_BY_USER("blockedByUser"),
  /** Done, and answered after ten seconds. */
  SLOW("slow");

  private final String id;

  Fault(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public static Optional<Fault> of(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
  }
}
