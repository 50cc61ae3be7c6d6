package org.communitydesk.sandbox.world;

import java.time.Instant;
import java.util.List;
import org.communitydesk.conversation.Kind;

/**
 * One message on a simulated platform, a user's or the brand's.
 *
 * @param id what the desk calls it
 * @param number the platform's own number of it
 * @param place its number within its chat, where the platform counts so; 0 otherwise
 * @param threadId the post or chat; null for a comment that stands under no post
 * @param rootId the comment under which it is nested; null when it is not
 * @param recipientId the user of the brand's private message; null otherwise
 * @param replyTo the id of the message that it answers; null when it answers none
 * @param editedAt null when it is as written
 * @param onceKey the sender's idempotency key; null when there was none
 * @param pictures ids in {@link Pictures}
 * @param hidden whether the brand has hidden it from others
 */
public record Entry(
    String id,
    long number,
    long place,
    Kind kind,
    String threadId,
    String rootId,
    String authorId,
    boolean byBrand,
    String recipientId,
    String text,
    String replyTo,
    Instant at,
    Instant editedAt,
    boolean deleted,
    String onceKey,
    List<String> pictures,
    boolean hidden) {

  /** A message that everybody sees. */
  public Entry(
      String id,
      long number,
      long place,
      Kind kind,
      String threadId,
      String rootId,
      String authorId,
      boolean byBrand,
      String recipientId,
      String text,
      String replyTo,
      Instant at,
      Instant editedAt,
      boolean deleted,
      String onceKey,
      List<String> pictures) {
    this(
        id,
        number,
        place,
        kind,
        threadId,
        rootId,
        authorId,
        byBrand,
        recipientId,
        text,
        replyTo,
        at,
        editedAt,
        deleted,
        onceKey,
        pictures,
        false);
  }
}
