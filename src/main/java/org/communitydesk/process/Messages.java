package org.communitydesk.process;

/** Every message that a diagram may wait for. */
public final class Messages {

  private Messages() {}

  /** A user's first message of a new appeal: starts {@code appeal}. */
  public static final String APPEAL_RECEIVED = "appealReceived";

  /** A further message joined the open case; heard by {@code appeal} only, by caseId. */
  public static final String USER_REPLIED = "userReplied";

  /** Sent by {@code appeal} to the scheme that waits for the user, none or one, by caseId. */
  public static final String REPLY_JOINED = "replyJoined";

  /** The platform did not deliver a reply that it had taken; heard by the schemes, by caseId. */
  public static final String REPLY_FAILED = "replyFailed";

  /** The platform showed our reply after its outcome was unknown, by publicationId. */
  public static final String OUTCOME_KNOWN = "outcomeKnown";

  /** A held publication may go on, by publicationId. */
  public static final String PUBLICATION_RELEASED = "publicationReleased";

  /** A measure was decided: starts {@code sanction}, once for each measure. */
  public static final String SANCTION_DECIDED = "sanctionDecided";

  /** A measure was withdrawn; heard by {@code sanction}, by sanctionId. */
  public static final String SANCTION_REVOKED = "sanctionRevoked";

  /** The person does not agree with a measure; heard by {@code sanction}, by sanctionId. */
  public static final String SANCTION_DISPUTED = "sanctionDisputed";

  /** A platform does not take our key: starts {@code channel-outage}, once for each account. */
  public static final String CHANNEL_LOCKED_OUT = "channelLockedOut";

  /** The platform takes our key again; heard by {@code channel-outage}, by its business key. */
  public static final String CHANNEL_RESTORED = "channelRestored";
}
