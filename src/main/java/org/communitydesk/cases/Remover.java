package org.communitydesk.cases;

/** Who took a message from the platform. */
public enum Remover {
  /** Who had written it. */
  AUTHOR,
  /** The desk, or a moderator by its order. */
  DESK,
  /** Somebody else, or nobody knows who. */
  OTHER
}
