package org.communitydesk.cases;

import java.time.Instant;
import java.util.List;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;

/**
 * One message in a case's conversation.
 *
 * @param id ascending in the order in which we heard it
 * @param kind where it stands
 * @param threadId the post or chat in which it stands
 * @param at when the platform says it was written
 * @param deliveredAt when a message of the brand arrived; null while the platform has not told
 * @param readAt when the person read it; null likewise
 * @param found the kinds of personal data in the text; card data is masked in it
 */
public record Entry(
    long id,
    String externalId,
    Kind kind,
    String threadId,
    Instant at,
    Author author,
    boolean byBrand,
    String text,
    State state,
    Instant deliveredAt,
    Instant readAt,
    List<String> found,
    List<KeptAttachment> attachments) {

  public enum State {
    VISIBLE,
    EDITED,
    DELETED,
    HIDDEN
  }
}
