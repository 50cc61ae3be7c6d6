package org.communitydesk.cases;

import java.time.Instant;
import java.util.List;
import org.communitydesk.conversation.Author;

/**
 * One message in a case's conversation.
 *
 * @param id ascending in the order in which we heard it
 * @param at when the platform says it was written
 */
public record Entry(
    long id,
    String externalId,
    Instant at,
    Author author,
    boolean byBrand,
    String text,
    State state,
    List<KeptAttachment> attachments) {

  public enum State {
    VISIBLE,
    EDITED,
    DELETED,
    HIDDEN
  }
}
