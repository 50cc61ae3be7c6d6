package org.communitydesk.contactcenter;

/** How a question reaches the contact center and its answer comes back. */
public enum Form {
  /** Its people answer in Tasklist. */
  QUEUE,
  /** By letter, to a mailbox of theirs and back to one of ours. */
  EMAIL,
  /** By signed calls between two programs. */
  REST
}
