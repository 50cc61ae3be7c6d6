package org.communitydesk.intake;

import org.communitydesk.channel.Channel;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Heard;
import org.communitydesk.conversation.Heard.BanChanged;
import org.communitydesk.conversation.Heard.Echoed;
import org.communitydesk.conversation.Heard.Edited;
import org.communitydesk.conversation.Heard.Ignored;
import org.communitydesk.conversation.Heard.Left;
import org.communitydesk.conversation.Heard.Posted;
import org.communitydesk.conversation.Heard.Receipt;
import org.communitydesk.conversation.Heard.Removed;
import org.communitydesk.conversation.Heard.Restored;
import org.communitydesk.conversation.Heard.Said;
import org.communitydesk.conversation.Heard.Unclear;
import org.communitydesk.conversation.Message;

/** What an inbox row means, and what becomes of the row. */
record Understanding(Heard heard, State state, String reason) {

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_ID = 200;

  static Understanding of(Channel channel, byte[] body) {
    Heard heard;
    try {
      heard = channel.understand(body);
    } catch (RuntimeException | StackOverflowError fault) {
      heard = new Unclear("The channel failed to read the event: " + Fault.named(fault));
    }
    if (heard instanceof Ignored ignored) {
      return new Understanding(heard, State.IGNORED, ignored.reason());
    }
    String reason = heard instanceof Unclear unclear ? unclear.reason() : objection(heard);
    return new Understanding(heard, reason == null ? State.UNDERSTOOD : State.PARKED, reason);
  }

  /** The id of the message that it is about; null when there is none. */
  String externalId() {
    if (heard instanceof Removed removed) {
      return removed.externalId();
    }
    if (heard instanceof Receipt receipt) {
      return receipt.externalId();
    }
    return heard.messages().isEmpty() ? null : heard.messages().get(0).externalId();
  }

  private static String objection(Heard heard) {
    if (heard instanceof Removed removed) {
      return idObjection(removed.externalId());
    }
    if (heard instanceof Receipt receipt) {
      return idObjection(receipt.externalId());
    }
    if (heard instanceof BanChanged changed) {
      return idObjection(changed.personId());
    }
    if (heard instanceof Left left) {
      return idObjection(left.personId());
    }
    if (heard instanceof Posted posted) {
      String objection = textObjection(posted.text());
      return objection == null ? idObjection(posted.threadId()) : objection;
    }
    return objection(message(heard));
  }

  private static Message message(Heard heard) {
    if (heard instanceof Said said) {
      return said.message();
    }
    if (heard instanceof Edited edited) {
      return edited.message();
    }
    if (heard instanceof Restored restored) {
      return restored.message();
    }
    return ((Echoed) heard).message();
  }

  private static String objection(Message message) {
    String objection = textObjection(message.text());
    Author author = message.author();
    for (String id : new String[] {message.externalId(), message.threadId(), author.id()}) {
      objection = objection == null ? idObjection(id) : objection;
    }
    objection = objection == null ? textObjection(author.name()) : objection;
    boolean odd =
        !Plain.is(message.replyTo())
            || !message.attachments().stream()
                .allMatch(a -> Plain.is(a.source()) && Plain.is(a.fileName()));
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
    return Plain.is(text) ? null : "The text holds NUL or a lone surrogate";
  }

  private static String idObjection(String id) {
    if (id.length() > LONGEST_ID) {
      return "An id has " + id.length() + " characters, at most " + LONGEST_ID + " are worked";
    }
    return Plain.is(id) ? null : "An id holds NUL or a lone surrogate";
  }
}
