package org.communitydesk.cases;

/** Which time counts for a clock. */
public enum Counts {
  BUSINESS,
  ROUND_THE_CLOCK
}
