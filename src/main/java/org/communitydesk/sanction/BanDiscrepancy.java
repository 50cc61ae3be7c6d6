package org.communitydesk.sanction;

import java.time.Instant;

/**
 * A ban that somebody has set or lifted past the desk. Instants are UTC.
 *
 * @param id a UUID
 * @param authorName empty when nobody knows it, or the person is forgotten
 * @param sanctionId the measure that was lifted, or was made of the drift; null otherwise
 * @param since when the ban was set, as the platform says; null when it does not, and for LIFTED
 * @param until when the ban ends there; null for ever, and for LIFTED
 * @param mute the person may read there but not write
 * @param asked whether a supervisor was asked about it
 * @param decidedBy null before a supervisor has decided
 * @param settledAt null while it stands
 */
public record BanDiscrepancy(
    String id,
    Offender offender,
    String authorName,
    Kind kind,
    String sanctionId,
    Instant since,
    Instant until,
    boolean mute,
    Instant foundAt,
    boolean asked,
    State state,
    String decidedBy,
    Instant settledAt) {

  /** In what the platform differs from the ladder. */
  public enum Kind {
    /** The ladder holds the person, the platform does not. */
    LIFTED,
    /** The platform holds the person, the ladder knows no reason. */
    BANNED
  }

  /** What became of it; the first three stand. */
  public enum State {
    OPEN,
    /** The desk is doing on the platform what the ladder says. */
    RESTORING,
    /** It stays, and nobody is asked again. */
    IGNORED,
    ADOPTED,
    RESTORED,
    /** It vanished by itself. */
    GONE
  }
}
