package org.communitydesk.publication;

import java.time.Instant;
import java.util.UUID;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Reply;

/**
 * One outside act and how it stands.
 *
 * @param step the process instance that asked for it
 * @param reply of an act of another kind only who, where and about what
 * @param until when a ban ends; null for ever, and for acts that have no end
 * @param reason why it is where it is, in the platform's words; null when all is well
 * @param attempt how often a call was begun
 * @param notBefore when the platform may be asked again; null for at once
 * @param externalId the published message; null until it is known
 * @param byHand a person published it
 * @param sendingSince when the latest call began; null before the first
 * @param stopOrder the order of a person by which it waits; null when no person holds it
 * @param letGoOrder a person lets it out in spite of that order and all earlier ones; 0 for none
 */
public record Publication(
    UUID id,
    String caseId,
    String step,
    Kind kind,
    Reply reply,
    Instant until,
    State state,
    String reason,
    int attempt,
    Instant notBefore,
    String externalId,
    boolean byHand,
    Instant sendingSince,
    Instant createdAt,
    Instant settledAt,
    Long stopOrder,
    long letGoOrder) {

  /** Whether a person's order holds it, and not the state of its channel. */
  public boolean isStopped() {
    return state == State.HELD && stopOrder != null;
  }

  /** What is done outside; the ledger keeps one row for each kind that a step asks for. */
  public enum Kind {
    REPLY,
    HIDE,
    UNHIDE,
    DELETE,
    RESTORE,
    BAN,
    UNBAN,
    MUTE,
    UNMUTE
  }

  /**
   * What to do to a message or a person.
   *
   * @throws IllegalStateException when this is a reply
   */
  public Act act() {
    return switch (kind) {
      case HIDE -> new Act.Hide(reply.replyTo(), reply.threadId());
      case UNHIDE -> new Act.Show(reply.replyTo(), reply.threadId());
      case DELETE -> new Act.Delete(reply.replyTo(), reply.threadId());
      case RESTORE -> new Act.Restore(reply.replyTo(), reply.threadId());
      case BAN -> new Act.Ban(reply.recipientId(), until);
      case UNBAN -> new Act.Unban(reply.recipientId());
      case MUTE -> new Act.Mute(reply.recipientId(), until);
      case UNMUTE -> new Act.Unmute(reply.recipientId());
      case REPLY -> throw new IllegalStateException("A reply is no act of moderation: " + id);
    };
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
