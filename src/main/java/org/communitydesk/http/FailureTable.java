package org.communitydesk.http;

import java.util.Optional;

/** What a platform's answers mean, by their codes. */
@FunctionalInterface
public interface FailureTable {

  /**
   * The failure that the answer states, whatever its HTTP status. Empty when it states none: {@link
   * PlatformApi} then judges by the HTTP status alone.
   */
  Optional<CallFailure> judge(HttpAnswer answer);

  /** Whether the answer, a failure by its looks, says that what was asked for is so already. */
  default boolean isDone(HttpAnswer answer) {
    return false;
  }
}
