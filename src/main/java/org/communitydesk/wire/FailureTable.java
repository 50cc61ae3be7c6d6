package org.communitydesk.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a platform's answers mean, by their codes. */
@FunctionalInterface
public interface FailureTable {

  /**
   * The failure that the answer states. Empty when it states none: {@link PlatformApi} then judges
   * by the HTTP status alone.
   *
   * @param body a missing node when the answer was no JSON
   */
  Optional<CallFailure> judge(int status, JsonNode body);
}
