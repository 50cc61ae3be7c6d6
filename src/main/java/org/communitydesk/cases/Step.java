package org.communitydesk.cases;

import java.time.Instant;

/**
 * One line of a case's timeline.
 *
 * @param who the user's id; null when the desk itself acted
 * @param detail null when there is nothing to add
 */
public record Step(Instant at, String who, What what, String detail) {

  public enum What {
    OPENED,
    JOINED,
    EDITED,
    REMOVED,
    RESTORED,
    CLASSIFIED,
    ASKED_CONTACT_CENTER,
    CONTACT_CENTER_ANSWERED,
    REPLY_WRITTEN,
    REPLY_APPROVED,
    REPLY_RETURNED,
    REPLY_PUBLISHED,
    REPLY_REFUSED,
    REPLY_UNKNOWN,
    REPLY_DROPPED,
    MESSAGE_HIDDEN,
    MESSAGE_SHOWN,
    PERSON_BANNED,
    PERSON_UNBANNED,
    ACT_REFUSED,
    ACT_BY_HAND,
    OFFENCE_RECORDED,
    OFFENCE_WITHDRAWN,
    SANCTION_DECIDED,
    SANCTION_ENDED,
    SANCTION_DISPUTED,
    SANCTION_UPHELD,
    SANCTION_REVOKED,
    CLOSED
  }
}
