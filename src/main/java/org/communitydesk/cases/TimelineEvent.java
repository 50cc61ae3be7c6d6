package org.communitydesk.cases;

import java.time.Instant;

/**
 * One line of a case's timeline.
 *
 * @param who the user's id; null when the desk itself acted
 * @param detail null when there is nothing to add
 */
public record TimelineEvent(Instant at, String who, What what, String detail) {

  public enum What {
    OPENED,
    JOINED,
    EDITED,
    /** The platform told that a message was changed, but not how. */
    EDIT_UNTOLD,
    /** By its author. */
    REMOVED,
    REMOVED_BY_DESK,
    /** By somebody else than the author and the desk, or nobody knows by whom. */
    REMOVED_OUTSIDE,
    /** A message of the brand. */
    REPLY_REMOVED,
    PERSON_LEFT,
    RESTORED,
    CLASSIFIED,
    DEADLINE_SET,
    DEADLINE_MISSED,
    CALENDAR_MISSING,
    ASKED_CONTACT_CENTER,
    CONTACT_CENTER_ANSWERED,
    CONTACT_CENTER_WITHDRAWN,
    NEGATIVE_SETTLED,
    NEGATIVE_LEFT,
    ADVOCATE_ALLOWED,
    ADVOCATE_REFUSED,
    ADVOCATE_POSTED,
    MANAGEMENT_CLOSED,
    MANAGEMENT_RETRIED,
    WITHDRAWAL_IGNORED,
    REPLY_WRITTEN,
    ANSWERED_BY_INCIDENT,
    REPLY_APPROVED,
    REPLY_EDITED,
    REPLY_RETURNED,
    REPLY_PUBLISHED,
    REPLY_REFUSED,
    REPLY_UNKNOWN,
    REPLY_DROPPED,
    PUBLICATION_LET_GO,
    PUBLICATION_DROPPED,
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
