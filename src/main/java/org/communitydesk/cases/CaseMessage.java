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
 * @param removedBy who took it from the platform; null while it stands there
 * @param earlier other words that it had, in the platform's order; none when it was never changed
 * @param found the kinds of personal data in the text; card data is masked in it
 */
public record CaseMessage(
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
    Remover removedBy,
    List<Earlier> earlier,
    List<String> found,
    List<KeptAttachment> attachments) {

  /**
   * Words that the message had at another time.
   *
   * @param heardAt when other words took their place here
   */
  public record Earlier(Instant heardAt, String text) {}

  public enum State {
    VISIBLE,
    EDITED,
    DELETED,
    HIDDEN
  }
}
