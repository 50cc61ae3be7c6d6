package org.communitydesk.conversation;

/** Where a message stands: under a public post, or in a private chat with the brand. */
public enum Kind {
  COMMENT,
  PRIVATE
}
