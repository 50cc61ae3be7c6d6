package org.communitydesk.triage;

/** What kind of appeal it is, as diagrams write it. */
public enum AppealClass {
  CONSTRUCTIVE,
  NON_CONSTRUCTIVE,
  CONSTRUCTIVE_NEGATIVE,
  NO_REACTION
}
