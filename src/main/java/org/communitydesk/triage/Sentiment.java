package org.communitydesk.triage;

/** In what mood a text is written. */
public enum Sentiment {
  NEGATIVE,
  NEUTRAL,
  POSITIVE
}
