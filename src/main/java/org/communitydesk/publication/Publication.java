package org.communitydesk.publication;

import java.time.Instant;
import java.util.UUID;
import org.communitydesk.channel.Reply;

/**
 * One outside act and how it stands.
 *
 * @param step the process instance that asked for it
 * @param reason why it is where it is, in the platform's words; null when all is well
 * @param attempt how often a call was begun
 * @param notBefore when the platform may be asked again; null for at once
 * @param externalId the published message; null until it is known
 * @param byHand a person published it
 * @param sendingSince when the latest call began; null before the first
 */
public record Publication(
    UUID id,
    String caseId,
    String step,
    Kind kind,
    Reply reply,
    State state,
    String reason,
    int attempt,
    Instant notBefore,
    String externalId,
    boolean byHand,
    Instant sendingSince,
    Instant createdAt,
    Instant settledAt) {

  public enum Kind {
    REPLY
  }

  public enum State {
    NEW,
    SENDING,
    SENT,
    REFUSED,
    UNKNOWN,
    HELD,
    DROPPED
  }
}
