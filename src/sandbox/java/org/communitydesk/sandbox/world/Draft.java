package org.communitydesk.sandbox.world;

import java.util.List;
import org.communitydesk.conversation.Kind;

/**
 * What a user is about to write.
 *
 * @param postId never null for a comment, of no meaning for a private message
 * @param replyTo the id of the message that it answers; null when it answers none
 */
public record Draft(
    String authorId,
    String authorName,
    String text,
    Kind kind,
    String postId,
    String replyTo,
    List<String> pictures) {

  /**
   * @param form a regular expression of the whole id
   * @param sentence what ids of people look like on this platform
   * @throws Objection 400 with that sentence when the author's id is of another form
   */
  public void authorMustBe(String form, String sentence) {
    if (!authorId.matches(form)) {
      throw new Objection(400, sentence);
    }
  }
}
