package org.communitydesk.process;

/** The values of the variables that name a choice; diagrams, decisions and forms use the names. */
public final class Choices {

  private Choices() {}

  /** What an appeal is, by the brand's schemes. */
  public enum AppealClass {
    CONSTRUCTIVE,
    NON_CONSTRUCTIVE,
    CONSTRUCTIVE_NEGATIVE,
    NO_REACTION
  }

  public enum ReplyDecision {
    REPLY,
    ASK_CONTACT_CENTER,
    ASK_DETAILS,
    TURNED_NEGATIVE,
    WRONG_SCHEME,
    CLOSE
  }

  public enum SchemeOutcome {
    ANSWERED,
    CLOSED,
    WRONG_SCHEME,
    TURNED_NEGATIVE,
    SANCTIONED,
    WITHDRAWN
  }

  /** A {@link org.communitydesk.conversation.Violation}, or none. */
  public enum FoundViolation {
    ADVERTISING,
    OTHER_PAYMENT_SYSTEMS,
    OBSCENE,
    FLOOD,
    INSULT,
    NOT_CONSTRUCTIVE,
    NONE
  }

  public enum NoViolationDecision {
    REPLY,
    NO_REACTION,
    WRONG_SCHEME
  }

  /** What is done on the platform to a message or a person. */
  public enum ActKind {
    HIDE,
    UNHIDE,
    DELETE,
    RESTORE,
    BAN,
    UNBAN
  }

  public enum ActState {
    DONE,
    BUSY,
    HELD,
    REFUSED,
    /** The measure was taken back, or its term passed, before the platform was asked. */
    NEEDLESS
  }

  /** What keeps a person out while a measure is to be lifted. */
  public enum HeldBy {
    NOBODY,
    /** The measure itself, which has no end and was not taken back. */
    ITSELF,
    /** Another measure that is in force. */
    ANOTHER,
    /** Another measure that is decided and not yet in force. */
    WAITING
  }

  public enum PermanentDecision {
    FOR_EVER,
    MONTH,
    WITHDRAW
  }

  /** What becomes of a ban that was set or lifted past the desk. */
  public enum DriftDecision {
    ADOPT,
    RESTORE,
    IGNORE
  }

  public enum DisputeDecision {
    UPHOLD,
    REVOKE
  }

  /** What becomes of a reply when the user wrote more than its author has seen. */
  public enum IfUnread {
    RETURN,
    SEND
  }

  /** What a person is told of a measure. */
  public enum NoticeKind {
    MEASURE,
    UPHELD,
    REVOKED
  }

  /** What an unhappy person did after the brand's latest word. */
  public enum Reaction {
    THANKFUL,
    WROTE,
    SILENT,
    UNDELIVERED
  }

  /** Who speaks next to an unhappy person. */
  public enum NextStep {
    OFFICIAL,
    ADVOCATE,
    MANAGEMENT
  }

  public enum ManagementDecision {
    CLOSE,
    RETRY
  }

  public enum WithdrawnDecision {
    CLOSE,
    CONTINUE
  }

  /** What becomes of many appeals about one thing. */
  public enum IncidentDecision {
    ANSWER,
    CLOSE
  }

  /** What to do with card data that a person has shown. */
  public enum CardAction {
    ASK,
    HIDE,
    NOTHING
  }

  public enum CardDecision {
    HIDE,
    LEAVE
  }

  public enum FixDecision {
    PUBLISH,
    DROP
  }

  public enum ApprovalDecision {
    APPROVE,
    RETURN,
    DROP
  }

  public enum PublicationState {
    SENT,
    BUSY,
    HELD,
    UNKNOWN,
    NEW_MESSAGE,
    WINDOW_SHUT,
    DROPPED
  }

  public enum PublicationOutcome {
    SENT,
    BY_HAND,
    DROPPED,
    IMPOSSIBLE,
    NEW_MESSAGE
  }

  public enum ReadBackResult {
    FOUND,
    ABSENT,
    CANNOT_TELL
  }

  public enum HandOutcome {
    DONE,
    IMPOSSIBLE
  }

  public enum SentOutcome {
    SENT,
    NOT_SENT,
    GIVE_UP
  }

  public enum RequestOutcome {
    ANSWERED,
    WITHOUT_ANSWER
  }

  public enum OverdueDecision {
    WAIT,
    HOLDING_REPLY,
    ANSWER_WITHOUT
  }

  public enum TemplateDecision {
    SEND,
    DROP
  }

  /** What becomes of scripts that were to be looked at again. */
  public enum ScriptDecision {
    KEEP,
    DONE
  }
}
