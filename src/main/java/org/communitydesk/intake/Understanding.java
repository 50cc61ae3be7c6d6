package org.communitydesk.intake;

import org.communitydesk.channel.Channel;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.BanChanged;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt;
import org.communitydesk.conversation.InboundEvent.EchoReceived;
import org.communitydesk.conversation.InboundEvent.Ignored;
import org.communitydesk.conversation.InboundEvent.MessageEdited;
import org.communitydesk.conversation.InboundEvent.MessageReceived;
import org.communitydesk.conversation.InboundEvent.MessageRemoved;
import org.communitydesk.conversation.InboundEvent.MessageRestored;
import org.communitydesk.conversation.InboundEvent.PostPublished;
import org.communitydesk.conversation.InboundEvent.Unclear;
import org.communitydesk.conversation.InboundEvent.UserUnsubscribed;
import org.communitydesk.conversation.Message;

/** What an inbox row means, and what becomes of the row. */
record Understanding(InboundEvent heard, State state, String reason) {

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_ID = 200;

  static Understanding of(Channel channel, byte[] body) {
    InboundEvent inboundEvent;
    try {
      inboundEvent = channel.understand(body);
    } catch (RuntimeException | StackOverflowError fault) {
      inboundEvent = new Unclear("The channel failed to read the event: " + Fault.named(fault));
    }
    if (inboundEvent instanceof Ignored ignored) {
      return new Understanding(inboundEvent, State.IGNORED, ignored.reason());
    }
    String reason =
        inboundEvent instanceof Unclear unclear ? unclear.reason() : objection(inboundEvent);
    return new Understanding(
        inboundEvent, reason == null ? State.UNDERSTOOD : State.PARKED, reason);
  }

  /** The id of the message that it is about; null when there is none. */
  String externalId() {
    if (heard instanceof MessageRemoved messageRemoved) {
      return messageRemoved.externalId();
    }
    if (heard instanceof DeliveryReceipt deliveryReceipt) {
      return deliveryReceipt.externalId();
    }
    return heard.messages().isEmpty() ? null : heard.messages().get(0).externalId();
  }

  private static String objection(InboundEvent inboundEvent) {
    if (inboundEvent instanceof MessageRemoved messageRemoved) {
      return idObjection(messageRemoved.externalId());
    }
    if (inboundEvent instanceof DeliveryReceipt deliveryReceipt) {
      return idObjection(deliveryReceipt.externalId());
    }
    if (inboundEvent instanceof BanChanged changed) {
      return idObjection(changed.personId());
    }
    if (inboundEvent instanceof UserUnsubscribed userUnsubscribed) {
      return idObjection(userUnsubscribed.personId());
    }
    if (inboundEvent instanceof PostPublished postPublished) {
      String objection = textObjection(postPublished.text());
      return objection == null ? idObjection(postPublished.threadId()) : objection;
    }
    return objection(message(inboundEvent));
  }

  private static Message message(InboundEvent inboundEvent) {
    if (inboundEvent instanceof MessageReceived messageReceived) {
      return messageReceived.message();
    }
    if (inboundEvent instanceof MessageEdited messageEdited) {
      return messageEdited.message();
    }
    if (inboundEvent instanceof MessageRestored messageRestored) {
      return messageRestored.message();
    }
    return ((EchoReceived) inboundEvent).message();
  }

  private static String objection(Message message) {
    String objection = textObjection(message.text());
    Author author = message.author();
    for (String id : new String[] {message.externalId(), message.threadId(), author.id()}) {
      objection = objection == null ? idObjection(id) : objection;
    }
    objection = objection == null ? textObjection(author.name()) : objection;
    boolean odd =
        !PostgresText.is(message.replyTo())
            || !message.attachments().stream()
                .allMatch(a -> PostgresText.is(a.source()) && PostgresText.is(a.fileName()));
    return objection == null && odd
        ? "An id or attachment holds NUL or a lone surrogate"
        : objection;
  }

  private static String textObjection(String text) {
    if (text.length() > LONGEST_TEXT) {
      return "The text has "
          + text.length()
          + " characters, at most "
          + LONGEST_TEXT
          + " are worked";
    }
    return PostgresText.is(text) ? null : "The text holds NUL or a lone surrogate";
  }

  private static String idObjection(String id) {
    if (id.length() > LONGEST_ID) {
      return "An id has " + id.length() + " characters, at most " + LONGEST_ID + " are worked";
    }
    return PostgresText.is(id) ? null : "An id holds NUL or a lone surrogate";
  }
}
