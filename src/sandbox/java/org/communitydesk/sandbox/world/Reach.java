package org.communitydesk.sandbox.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether what the brand writes privately comes to a person. */
public enum Reach {
  REACHABLE,
  /** The platform takes the brand's message and tells later that it could not be delivered. */
  UNREACHABLE,
  /** The person has left the brand's chat: the platform refuses the message at once. */
  LEFT;

  /** Lower-case name, for example {@code left}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Reach> of(String id) {
    return Arrays.stream(values()).filter(reach -> reach.id().equals(id)).findFirst();
  }
}
