package org.communitydesk.knowledge;

/** Whether a script may be suggested. */
public enum State {
  DRAFT,
  APPROVED,
  WITHDRAWN
}
