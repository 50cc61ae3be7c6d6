package org.communitydesk.sanction;

/** What the table of the ladder decides. */
public enum Measure {
  WARNING,
  /** The person may not write, or is not shown, for a time; counts as a ban everywhere below. */
  MUTE,
  BAN
}
