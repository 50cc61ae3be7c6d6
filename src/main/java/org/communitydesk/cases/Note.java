package org.communitydesk.cases;

import java.time.Instant;

/**
 * Something that a colleague or the desk itself wrote into the case file.
 *
 * @param who the user's id; null when the desk itself wrote it
 */
public record Note(Instant at, String who, Kind kind, String text) {

  public enum Kind {
    CONTACT_CENTER_QUESTION,
    CONTACT_CENTER_ANSWER,
    REMARK,
    RULES,
    REFUSAL
  }
}
