package org.communitydesk.policy;

/** What follows when a text breaks a communication rule, from the mildest on. */
public enum Verdict {
  /** Nothing follows. */
  OK,
  /** Whoever writes is told. */
  HINT,
  /** Somebody else has to agree. */
  APPROVAL,
  /** The text may not go out. */
  BLOCK
}
