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
    List<String> pictures) {}
