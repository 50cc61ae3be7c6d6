package org.communitydesk.conversation;

import java.time.Instant;
import java.util.List;

/** What one event of a platform means to us. */
public sealed interface InboundEvent {

  /**
   * A user wrote.
   *
   * @param version the place of these words among all states of the message, by the platform's own
   *     order: a higher one is later, whenever it comes; 0 for the first words
   */
  record MessageReceived(Message message, long version) implements InboundEvent {

    /** The first words. */
    public MessageReceived(Message message) {
      this(message, 0);
    }
  }

  /**
   * A user changed a message; {@code message} is the whole new state.
   *
   * @param version as of {@link MessageReceived}, at least 1; where the platform tells no order
   *     always 1: then the edit that comes last counts
   * @param worded false when the platform does not tell the new words; the text is empty then
   */
  record MessageEdited(Message message, long version, boolean worded) implements InboundEvent {

    /** Of a platform that tells no order. */
    public MessageEdited(Message message) {
      this(message, 1, true);
    }
  }

  /**
   * A message is gone from the platform, whoever removed it.
   *
   * @param personId who removed it; null when the platform does not tell
   */
  record MessageRemoved(Account account, String externalId, String personId, Instant at)
      implements InboundEvent {

    /** By nobody knows whom. */
    public MessageRemoved(Account account, String externalId, Instant at) {
      this(account, externalId, null, at);
    }
  }

  /** A removed message stands again. */
  record MessageRestored(Message message) implements InboundEvent {}

  /**
   * The brand's own message came back to us: proof that it was published.
   *
   * @param key the idempotency key that we sent with it; null when the platform does not return it
   */
  record EchoReceived(Message message, String key) implements InboundEvent {}

  /**
   * The platform tells what became of a message of ours.
   *
   * @param externalId the platform's id of our message
   * @param key the idempotency key that we sent with it; null when the platform does not return it
   * @param personId to whom it went
   * @param reason why it failed, Russian; null otherwise
   */
  record DeliveryReceipt(
      Account account,
      String externalId,
      String key,
      String personId,
      Status status,
      String reason,
      Instant at)
      implements InboundEvent {

    /** How far the message came; FAILED is final. */
    public enum Status {
      ACCEPTED,
      DELIVERED,
      READ,
      FAILED
    }
  }

  /** The brand's post, kept so that a moderator sees what is being discussed. */
  record PostPublished(Account account, String threadId, Instant at, String text)
      implements InboundEvent {}

  /**
   * The platform tells that it keeps a person out from now on, or lets them in again, whoever did
   * that.
   */
  record BanChanged(Account account, String personId, Instant at) implements InboundEvent {}

  /** The person lets the brand write to them in private no more. */
  record UserUnsubscribed(Account account, String personId, Instant at) implements InboundEvent {}

  /** Understood and of no use to the desk; the reason is for the operator, in English. */
  record Ignored(String reason) implements InboundEvent {}

  /** Not understood; a person should look. The reason is for the operator, in English. */
  record Unclear(String reason) implements InboundEvent {}

  /** The messages of this event, for lists; empty for service events. */
  default List<Message> messages() {
    if (this instanceof MessageReceived messageReceived) {
      return List.of(messageReceived.message());
    }
    if (this instanceof MessageEdited messageEdited) {
      return List.of(messageEdited.message());
    }
    if (this instanceof MessageRestored messageRestored) {
      return List.of(messageRestored.message());
    }
    if (this instanceof EchoReceived echoReceived) {
      return List.of(echoReceived.message());
    }
    return List.of();
  }
}
