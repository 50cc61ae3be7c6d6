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
 * @param dueAt of the clock that counts now; null until it is set and while it is paused
 * @param draft the text that a moderator is writing; empty when there is none
 * @param draftVersion grows with every change of the draft
 * @param continues the closed case that this one goes on with; null when there is none
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
    long draftVersion,
    String continues) {

  public enum State {
    OPEN,
    CLOSED
  }
}
