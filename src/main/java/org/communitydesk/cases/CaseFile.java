package org.communitydesk.cases;

import java.time.Instant;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;

/**
 * One appeal of one person in one thread.
 *
 * @param caseId decimal digits, ascending; also the business key of its process instance
 * @param appealClass null until it is classified
 * @param outcome null until it is closed
 * @param dueAt null until the deadline is set
 * @param draft the text that a moderator is writing; empty when there is none
 * @param draftVersion grows with every change of the draft
 */
public record CaseFile(
    String caseId,
    Account account,
    Kind kind,
    String threadId,
    Author author,
    State state,
    String appealClass,
    String outcome,
    Instant dueAt,
    Instant openedAt,
    Instant closedAt,
    String draft,
    long draftVersion) {

  public enum State {
    OPEN,
    CLOSED
  }
}
