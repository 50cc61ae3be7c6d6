package org.communitydesk.process;

/** The values of the variables that name a choice; diagrams, decisions and forms use the names. */
public final class Choices {

  private Choices() {}

  /** What an appeal is, by the brand's schemes. */
  public enum AppealClass {
    CONSTRUCTIVE,
    NON_CONSTRUCTIVE,
    NO_REACTION
  }

  public enum ReplyDecision {
    REPLY,
    ASK_CONTACT_CENTER,
    ASK_DETAILS,
    WRONG_SCHEME,
    CLOSE
  }

  public enum SchemeOutcome {
    ANSWERED,
    CLOSED,
    WRONG_SCHEME,
    SANCTIONED
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
    REFUSED
  }

  public enum PermanentDecision {
    FOR_EVER,
    MONTH,
    WITHDRAW
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
    WINDOW_SHUT
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
}
