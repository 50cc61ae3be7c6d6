package org.communitydesk.problem;

import java.time.Instant;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;

/**
 * A case of an incident.
 *
 * @param authorName empty when the platform gave none
 * @param words what the person wrote first
 * @param reason why it did not get the common answer, in Russian; null otherwise
 * @param seenMessage how far the author of the common answer has read, in the order in which we
 *     heard
 * @param lastMessage how far the person has been heard, in the same order
 * @param publishedAt when the common answer went out; null before
 */
public record Affected(
    String caseId,
    Account account,
    Kind kind,
    String authorName,
    String words,
    boolean isOpen,
    State state,
    String reason,
    long seenMessage,
    long lastMessage,
    Instant publishedAt) {

  public enum State {
    FOUND,
    CHOSEN,
    HANDED,
    SKIPPED,
    STOPPED
  }
}
