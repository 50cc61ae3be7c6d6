package org.communitydesk.channel;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;

/**
 * What the brand wants to say.
 *
 * @param publicationId stable over retries; the source of the platform's idempotency key
 * @param threadId as in the message that it answers
 * @param replyTo the external id of the message that it answers
 * @param kind where the reply will stand
 * @param recipientId the platform's id of the person
 * @param text when there is a template, the template's own
 * @param answers where the message stands that it answers
 * @param heardAt when the person last wrote in this thread
 * @param enclosure null for none
 * @param template null for a free text
 */
public record Reply(
    UUID publicationId,
    Account account,
    Kind kind,
    String threadId,
    String replyTo,
    String recipientId,
    String text,
    Kind answers,
    Instant heardAt,
    OutgoingAttachment enclosure,
    Template template) {

  /** What the platform must be able to. */
  public Set<Capability> needs() {
    boolean open = kind == Kind.COMMENT;
    Set<Capability> needs = EnumSet.of(open ? Capability.REPLY_COMMENT : Capability.REPLY_PRIVATE);
    if (isPrivateAnswerToComment()) {
      needs.add(Capability.PRIVATE_ANSWER_TO_COMMENT);
    }
    if (enclosure != null) {
      needs.add(open ? Capability.PICTURE_IN_COMMENT : Capability.PICTURE_IN_PRIVATE);
    }
    if (template != null) {
      needs.add(Capability.TEMPLATE);
    }
    return needs;
  }

  /** Whether a public comment is answered in private. */
  public boolean isPrivateAnswerToComment() {
    return kind == Kind.PRIVATE && answers == Kind.COMMENT;
  }
}
