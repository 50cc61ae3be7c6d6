package org.communitydesk.channel.instagram;

/**
 * A mention of the account in somebody else's comment or caption. The event holds two ids and no
 * more: text and author are fetched when somebody asks for them.
 *
 * @param commentId empty when the caption mentions us
 */
record Mention(String commentId, String mediaId) {

  private static final String PREFIX = "mention_";

  /** The mention behind {@link #personId()}; its other id is not known there. */
  static Mention ofPerson(String id) {
    return id.startsWith(PREFIX + "media_")
        ? new Mention("", id.substring((PREFIX + "media_").length()))
        : new Mention(id.substring(PREFIX.length()), "");
  }

  static boolean isPerson(String id) {
    return id.startsWith(PREFIX);
  }

  static boolean isThread(String id) {
    return id.startsWith(PREFIX);
  }

  /** The media behind {@link #threadId()}. */
  static String mediaOf(String threadId) {
    return threadId.substring(PREFIX.length());
  }

  String externalId() {
    return commentId.isEmpty() ? PREFIX + mediaId : commentId;
  }

  String threadId() {
    return PREFIX + mediaId;
  }

  /** Stands for the author, whom the event does not name. */
  String personId() {
    return commentId.isEmpty() ? PREFIX + "media_" + mediaId : PREFIX + commentId;
  }

  String notice() {
    return commentId.isEmpty()
        ? "Аккаунт упомянули в подписи к чужой публикации. Её текст — в файле «упоминание.txt»."
        : "Аккаунт упомянули в комментарии под чужой публикацией. Его текст — в файле"
            + " «упоминание.txt».";
  }

  /** The field of the account that shows what was written. */
  String field() {
    return commentId.isEmpty()
        ? "mentioned_media.media_id(" + mediaId + "){caption,username,timestamp,permalink}"
        : "mentioned_comment.comment_id("
            + commentId
            + "){id,text,timestamp,username,media{permalink}}";
  }

  /** Where that field's answer stands. */
  String answer() {
    return commentId.isEmpty() ? "mentioned_media" : "mentioned_comment";
  }
}
