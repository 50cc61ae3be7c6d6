package org.communitydesk.process;

/** Every message that a diagram may wait for. */
public final class Messages {

  private Messages() {}

  /** A user's first message of a new appeal: starts {@code appeal}. */
  public static final String APPEAL_RECEIVED = "appealReceived";

  /** A further message joined the open case; heard by {@code appeal} only, by caseId. */
  public static final String USER_REPLIED = "userReplied";

  /** A user changed a message of the open case; heard by {@code appeal} only, by caseId. */
  public static final String MESSAGE_EDITED = "messageEdited";

  /** A user removed a message of the open case; heard by {@code appeal} only, by caseId. */
  public static final String MESSAGE_REMOVED = "messageRemoved";

  /** Sent by {@code appeal} to the scheme that waits for the user, none or one, by caseId. */
  public static final String REPLY_JOINED = "replyJoined";

  /** The platform did not deliver a reply that it had taken; heard by the schemes, by caseId. */
  public static final String REPLY_FAILED = "replyFailed";

  /** An answer came from outside; heard by {@code contact-center-request}, by requestId. */
  public static final String CONTACT_CENTER_ANSWERED = "contactCenterAnswered";

  /** The question has settled itself; heard by {@code contact-center-request}, by requestId. */
  public static final String CONTACT_CENTER_WITHDRAWN = "contactCenterWithdrawn";

  /** The platform showed our reply after its outcome was unknown, by publicationId. */
  public static final String OUTCOME_KNOWN = "outcomeKnown";

  /** A held publication may go on, by publicationId. */
  public static final String PUBLICATION_RELEASED = "publicationReleased";

  /** What was heard beside the main path of {@code appeal} is worked; heard by it, by caseId. */
  public static final String WORK_BESIDE_OVER = "workBesideOver";

  /** A message was changed after its case was closed: starts {@code late-change}. */
  public static final String CHANGED_AFTER_CLOSING = "changedAfterClosing";

  /** A message holds card data: starts {@code card-data}, once for each message. */
  public static final String CARD_DATA_SHOWN = "cardDataShown";

  /** A platform did not give a file now: starts {@code fetch-attachments}, once for each case. */
  public static final String ATTACHMENTS_WAITING = "attachmentsWaiting";

  /** A moderator wants the files now; heard by {@code fetch-attachments}, by its business key. */
  public static final String ATTACHMENTS_ASKED = "attachmentsAsked";

  /** The clocks of a case were set: starts {@code case-clock}, once for each case. */
  public static final String CLOCKS_SET = "clocksSet";

  /** The clocks of a case run on, or stand for ever; heard by {@code case-clock}, by caseId. */
  public static final String CLOCKS_CHANGED = "clocksChanged";

  /** A measure was decided: starts {@code sanction}, once for each measure. */
  public static final String SANCTION_DECIDED = "sanctionDecided";

  /** A measure was withdrawn; heard by {@code sanction}, by sanctionId. */
  public static final String SANCTION_REVOKED = "sanctionRevoked";

  /** The person does not agree with a measure; heard by {@code sanction}, by sanctionId. */
  public static final String SANCTION_DISPUTED = "sanctionDisputed";

  /** A measure ended past the desk; heard by {@code sanction}, by sanctionId. */
  public static final String SANCTION_LIFTED = "sanctionLifted";

  /** A person wants all bans compared now: starts {@code reconcile-bans}. */
  public static final String RECONCILIATION_ASKED = "reconciliationAsked";

  /** A platform tells of a ban set or lifted: starts {@code reconcile-bans}, by account. */
  public static final String BAN_CHANGED = "banChanged";

  /** A ban was set or lifted past the desk: starts {@code ban-drift}, once for each drift. */
  public static final String DRIFT_FOUND = "driftFound";

  /** The drift vanished by itself; heard by {@code ban-drift}, by driftId. */
  public static final String DRIFT_GONE = "driftGone";

  /** A platform does not take our key: starts {@code channel-outage}, once for each account. */
  public static final String CHANNEL_LOCKED_OUT = "channelLockedOut";

  /** The platform takes our key again; heard by {@code channel-outage}, by its business key. */
  public static final String CHANNEL_RESTORED = "channelRestored";

  /** Many appeals are about one thing: starts {@code incident}, once for each. */
  public static final String INCIDENT_RECOGNISED = "incidentRecognised";

  /** No further case gets the common answer; heard by {@code incident}, by its business key. */
  public static final String INCIDENT_STOPPED = "incidentStopped";

  /** Sent by {@code incident} to an appeal that nobody has classified, by business key. */
  public static final String BULK_CLASSIFIED = "bulkClassified";

  /** Scripts of one owner are to be looked at again: starts {@code script-review}. */
  public static final String SCRIPTS_STALE = "scriptsStale";

  /** Brings the common answer to the scheme that prepares one, by business key. */
  public static final String BULK_ANSWER = "bulkAnswer";
}
