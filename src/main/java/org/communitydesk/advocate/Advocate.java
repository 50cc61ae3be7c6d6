package org.communitydesk.advocate;

import java.time.Instant;
import org.communitydesk.conversation.Platform;

/**
 * A registered person who speaks for the brand.
 *
 * @param id decimal digits
 * @param consentUntil exclusive
 * @param withdrawnAt null while the consent was not withdrawn
 * @param registeredBy the supervisor's id
 */
public record Advocate(
    String id,
    String name,
    Platform platform,
    String accountId,
    String disclosure,
    Instant consentFrom,
    Instant consentUntil,
    Instant withdrawnAt,
    String registeredBy,
    Instant registeredAt) {

  /** Whether the consent holds; only ACTIVE ones may speak. */
  public enum State {
    ACTIVE,
    NOT_YET,
    EXPIRED,
    WITHDRAWN
  }

  public State state(Instant at) {
    if (withdrawnAt != null) {
      return State.WITHDRAWN;
    }
    if (at.isBefore(consentFrom)) {
      return State.NOT_YET;
    }
    return at.isBefore(consentUntil) ? State.ACTIVE : State.EXPIRED;
  }
}
