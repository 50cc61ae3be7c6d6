package org.communitydesk.process;

import java.time.Instant;
import org.communitydesk.cases.Counts;
import org.communitydesk.cases.SlaStatus;
import org.communitydesk.contactcenter.Form;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.policy.Verdict;
import org.communitydesk.process.Choices.ActKind;
import org.communitydesk.process.Choices.ActState;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Choices.ApprovalDecision;
import org.communitydesk.process.Choices.CardAction;
import org.communitydesk.process.Choices.CardDecision;
import org.communitydesk.process.Choices.DisputeDecision;
import org.communitydesk.process.Choices.DriftDecision;
import org.communitydesk.process.Choices.FixDecision;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.Choices.HandOutcome;
import org.communitydesk.process.Choices.HeldBy;
import org.communitydesk.process.Choices.IfUnread;
import org.communitydesk.process.Choices.IncidentDecision;
import org.communitydesk.process.Choices.ManagementDecision;
import org.communitydesk.process.Choices.NextStep;
import org.communitydesk.process.Choices.NoViolationDecision;
import org.communitydesk.process.Choices.NoticeKind;
import org.communitydesk.process.Choices.OverdueDecision;
import org.communitydesk.process.Choices.PermanentDecision;
import org.communitydesk.process.Choices.PublicationOutcome;
import org.communitydesk.process.Choices.PublicationState;
import org.communitydesk.process.Choices.Reaction;
import org.communitydesk.process.Choices.ReadBackResult;
import org.communitydesk.process.Choices.ReplyDecision;
import org.communitydesk.process.Choices.RequestOutcome;
import org.communitydesk.process.Choices.SchemeOutcome;
import org.communitydesk.process.Choices.ScriptDecision;
import org.communitydesk.process.Choices.SentOutcome;
import org.communitydesk.process.Choices.TemplateDecision;
import org.communitydesk.process.Choices.WithdrawnDecision;
import org.communitydesk.sanction.BanDiscrepancy;
import org.communitydesk.sanction.EnforcedBy;
import org.communitydesk.sanction.Measure;

/** Every variable that a diagram, a decision or a form may name. */
public final class Variables {

  private Variables() {}

  /** The case; written at the start, equal to the business key. */
  public static final ProcessVariable<String> CASE_ID = text("caseId");

  /** Where the appeal came from; written at the start, read by decisions. */
  public static final ProcessVariable<Platform> PLATFORM =
      new ProcessVariable<>("platform", Platform.class);

  /**
   * The account {@code <platform>/<name>}; written at the start of {@code channel-outage} and by
   * {@code nextAccount}.
   */
  public static final ProcessVariable<String> ACCOUNT = text("account");

  /** Comment or private message; written at the start, read by decisions. */
  public static final ProcessVariable<Kind> KIND = new ProcessVariable<>("kind", Kind.class);

  /** Written by the decision {@code triage} or {@code classifyAppeal}, read by gateways. */
  public static final ProcessVariable<AppealClass> APPEAL_CLASS =
      new ProcessVariable<>("appealClass", AppealClass.class);

  /** Whether a moderator classifies; written by {@code triage}. */
  public static final ProcessVariable<Boolean> NEEDS_PERSON = flag("needsPerson");

  /** 0 to 100, higher is more urgent; written by {@code triage}, the priority of the tasks. */
  public static final ProcessVariable<Long> PRIORITY = number("priority");

  /** ISO 8601 duration until the first answer; written by {@code service-level}. */
  public static final ProcessVariable<String> ANSWER_WITHIN = text("answerWithin");

  /**
   * ISO 8601 duration until the case is closed, empty for none; written by {@code service-level}.
   */
  public static final ProcessVariable<String> RESOLVE_WITHIN = text("resolveWithin");

  /** Which time counts for both deadlines; written by {@code service-level}. */
  public static final ProcessVariable<Counts> CLOCK = new ProcessVariable<>("clock", Counts.class);

  /** The author's followers; null where the channel does not tell; read by decisions. */
  public static final ProcessVariable<Long> AUDIENCE = number("audience");

  /** What is due for the clocks of the case; written by {@code readClocks}. */
  public static final ProcessVariable<SlaStatus.What> CLOCK_STATE =
      new ProcessVariable<>("clockState", SlaStatus.What.class);

  /** When the clocks are read again; written by {@code readClocks}, read by a timer. */
  public static final ProcessVariable<Instant> CLOCK_RINGS_AT = instant("clockRingsAt");

  /** ISO 8601 duration for the contact center; written by {@code service-level}. */
  public static final ProcessVariable<String> CONTACT_CENTER_WITHIN = text("contactCenterWithin");

  /** ISO 8601 duration of silence after which a case closes; written by {@code service-level}. */
  public static final ProcessVariable<String> QUIET_PERIOD = text("quietPeriod");

  /** ISO 8601 duration in which a further message continues a closed case; as above. */
  public static final ProcessVariable<String> REOPEN_PERIOD = text("reopenPeriod");

  /** When the case is due; written by {@code setDeadline}, the due date of the tasks. */
  public static final ProcessVariable<Instant> DUE_AT = instant("dueAt");

  /**
   * The earlier of {@code dueAt} and the end of the platform's answer window; written by {@code
   * setUrgency}, the due date of the reply's tasks.
   */
  public static final ProcessVariable<Instant> ANSWER_BY = instant("answerBy");

  /** When the answer becomes urgent; written by {@code setUrgency}, read by a timer. */
  public static final ProcessVariable<Instant> URGENT_AT = instant("urgentAt");

  /**
   * ISO 8601 duration: how long before a deadline the case is urgent, written by {@code
   * service-level}; how long before the platform's window shuts, an input of {@code setUrgency}.
   */
  public static final ProcessVariable<String> WARN_BEFORE = text("warnBefore");

  /** A number: the least priority of an urgent task; an input in the diagram. */
  public static final ProcessVariable<String> URGENT_PRIORITY = text("urgentPriority");

  /** How many scripts fit the question; written by {@code findAnswers}. */
  public static final ProcessVariable<Long> SUGGESTION_COUNT = number("suggestionCount");

  /** Written by {@code prepareReply}, read by the gateway behind it. */
  public static final ProcessVariable<ReplyDecision> REPLY_DECISION =
      new ProcessVariable<>("replyDecision", ReplyDecision.class);

  /** How a scheme ended; written by the schemes, read by {@code appeal}. */
  public static final ProcessVariable<SchemeOutcome> SCHEME_OUTCOME =
      new ProcessVariable<>("schemeOutcome", SchemeOutcome.class);

  /** How often the brand has answered officially; written by {@code countAttempt}. */
  public static final ProcessVariable<Long> ATTEMPTS = number("attempts");

  /** What the person did then; written by {@code readReaction}, read by {@code official-means}. */
  public static final ProcessVariable<Reaction> REACTION =
      new ProcessVariable<>("reaction", Reaction.class);

  /** Whether an advocate has spoken; written by {@code readReaction}. */
  public static final ProcessVariable<Boolean> ADVOCATE_ASKED = flag("advocateAsked");

  /** Whether a moderator judges the reaction; written by {@code official-means}. */
  public static final ProcessVariable<Boolean> JUDGE_NEEDED = flag("judgeNeeded");

  /** Who speaks next; written by {@code official-means}. */
  public static final ProcessVariable<NextStep> NEXT_STEP =
      new ProcessVariable<>("nextStep", NextStep.class);

  /** Whether the person is content; written by {@code official-means} or {@code judgeReaction}. */
  public static final ProcessVariable<Boolean> REACTION_SETTLED = flag("reactionSettled");

  /** Written by {@code decideAdvocate}. */
  public static final ProcessVariable<Boolean> USE_ADVOCATE = flag("useAdvocate");

  /** The advocate who posted; written by {@code supportAsAdvocate}. */
  public static final ProcessVariable<String> ADVOCATE_ID = text("advocateId");

  /** Form text: the address of the advocate's post; taken to the register on submit. */
  public static final ProcessVariable<String> ADVOCATE_POST_URL = text("advocatePostUrl");

  /** Form text: the advocate's post as published; taken to the register on submit. */
  public static final ProcessVariable<String> ADVOCATE_POST_TEXT = text("advocatePostText");

  /** Form display: the advocates to choose from, {@code id: name} parted by {@code ¦}. */
  public static final ProcessVariable<String> ADVOCATES_TEXT = text("advocatesText");

  /** Form display: the sentence that each advocate's post has to hold, one a line. */
  public static final ProcessVariable<String> DISCLOSURES_TEXT = text("disclosuresText");

  /** Form display: what the person said last. */
  public static final ProcessVariable<String> OBJECTION_TEXT = text("objectionText");

  /** Form display: what the brand has answered, oldest first. */
  public static final ProcessVariable<String> ANSWERED_TEXT = text("answeredText");

  /** Written by {@code decideByManagement}. */
  public static final ProcessVariable<ManagementDecision> MANAGEMENT_DECISION =
      new ProcessVariable<>("managementDecision", ManagementDecision.class);

  /** Whether nothing of the person's is left to answer; written by {@code checkWithdrawn}. */
  public static final ProcessVariable<Boolean> WITHDRAWN = flag("withdrawn");

  /** Written by {@code decideWithdrawnAppeal}. */
  public static final ProcessVariable<WithdrawnDecision> WITHDRAWN_DECISION =
      new ProcessVariable<>("withdrawnDecision", WithdrawnDecision.class);

  /** Whether the user wrote something that nobody has looked at; written by {@code checkUnread}. */
  public static final ProcessVariable<Boolean> UNREAD = flag("unread");

  /** When a person decided about the words of a message; written by {@code confirmViolation}. */
  public static final ProcessVariable<Instant> JUDGED_AT = instant("judgedAt");

  /** Whether words heard beside the main path are still worked; written by {@code checkBeside}. */
  public static final ProcessVariable<Boolean> WORK_BESIDE = flag("workBeside");

  /** Whether a late change changes only the look of the words; input of {@code late-change}. */
  public static final ProcessVariable<Boolean> SAME_WORDS = flag("sameWords");

  /** Whether a changed message goes on as a new one would; written by {@code late-change}. */
  public static final ProcessVariable<Boolean> GOES_ON = flag("goesOn");

  /** The text to publish, an id of the case file; written by the reply forms. */
  public static final ProcessVariable<Long> REPLY_ID = number("replyId");

  /** Whether the text keeps the rules; written by {@code checkReply}. */
  public static final ProcessVariable<Boolean> REPLY_ALLOWED = flag("replyAllowed");

  /** Whether the text promises money; written by {@code checkReply}, read by a decision. */
  public static final ProcessVariable<Boolean> MONEY_PROMISED = flag("moneyPromised");

  /** Whether the text holds legal words; written by {@code checkReply}, read by a decision. */
  public static final ProcessVariable<Boolean> LEGAL_WORDS = flag("legalWords");

  /** A broken communication rule, its id; asked of the decision {@code communication-rules}. */
  public static final ProcessVariable<String> RULE = text("rule");

  /** What follows from it; answered by the decision {@code communication-rules}. */
  public static final ProcessVariable<Verdict> RULE_VERDICT =
      new ProcessVariable<>("ruleVerdict", Verdict.class);

  /**
   * The gravest verdict of the communication rules; written by {@code checkReply}, read by a
   * decision.
   */
  public static final ProcessVariable<Verdict> COMMUNICATION_VERDICT =
      new ProcessVariable<>("communicationVerdict", Verdict.class);

  /** Whether a supervisor must agree; written by the decision {@code reply-approval}. */
  public static final ProcessVariable<Boolean> APPROVAL_NEEDED = flag("approvalNeeded");

  /** Why a supervisor looks, in Russian; written by {@code reply-approval}. */
  public static final ProcessVariable<String> APPROVAL_REASON = text("approvalReason");

  /** Whether the text was checked with a whole incident; written by {@code checkReply}. */
  public static final ProcessVariable<Boolean> ANSWER_APPROVED = flag("answerApproved");

  /** Whether one text answers many appeals; read by {@code reply-approval}. */
  public static final ProcessVariable<Boolean> BULK_ANSWER = flag("bulkAnswer");

  /** Whether all or one will see the answer; written by {@code checkReply}. */
  public static final ProcessVariable<Kind> ANSWER_KIND =
      new ProcessVariable<>("answerKind", Kind.class);

  /** How many persons write in the thread of a comment; null in private. */
  public static final ProcessVariable<Long> THREAD_PERSONS = number("threadPersons");

  /** How many answers of the author have gone out; null when the desk itself wrote. */
  public static final ProcessVariable<Long> PUBLISHED_ANSWERS = number("publishedAnswers");

  /** Whether the brand has said nothing in the thread yet; written by {@code checkReply}. */
  public static final ProcessVariable<Boolean> FIRST_IN_THREAD = flag("firstInThread");

  /** How many open cases of constructive negative stand in the thread. */
  public static final ProcessVariable<Long> NEGATIVES_IN_THREAD = number("negativesInThread");

  /** Written by {@code fixReply}. */
  public static final ProcessVariable<FixDecision> FIX_DECISION =
      new ProcessVariable<>("fixDecision", FixDecision.class);

  /** Written by {@code approveReply}. */
  public static final ProcessVariable<ApprovalDecision> APPROVAL_DECISION =
      new ProcessVariable<>("approvalDecision", ApprovalDecision.class);

  /** The ledger's id; written by {@code publishReply}, read by messages. */
  public static final ProcessVariable<String> PUBLICATION_ID = text("publicationId");

  /** What the last attempt came to; written by {@code publishReply}. */
  public static final ProcessVariable<PublicationState> PUBLICATION_STATE =
      new ProcessVariable<>("publicationState", PublicationState.class);

  /** When a busy platform may be asked again; written by {@code publishReply}. */
  public static final ProcessVariable<Instant> PUBLICATION_NOT_BEFORE =
      instant("publicationNotBefore");

  /** How the publication ended; written by delegates, read by the caller. */
  public static final ProcessVariable<PublicationOutcome> PUBLICATION_OUTCOME =
      new ProcessVariable<>("publicationOutcome", PublicationOutcome.class);

  /** Which end {@code settlePublication} records; an input of that task in the diagram. */
  public static final ProcessVariable<PublicationOutcome> SETTLED_AS =
      new ProcessVariable<>("settledAs", PublicationOutcome.class);

  /** What the platform shows; written by {@code readBackReply}. */
  public static final ProcessVariable<ReadBackResult> READ_BACK =
      new ProcessVariable<>("readBack", ReadBackResult.class);

  /** Written by {@code publishByHand}. */
  public static final ProcessVariable<HandOutcome> HAND_OUTCOME =
      new ProcessVariable<>("handOutcome", HandOutcome.class);

  /** Written by {@code checkUnknownOutcome}. */
  public static final ProcessVariable<SentOutcome> SENT_OUTCOME =
      new ProcessVariable<>("sentOutcome", SentOutcome.class);

  /** The question to the contact center; written by {@code prepareReply}. */
  public static final ProcessVariable<Long> REQUEST_ID = number("requestId");

  /** When the contact center should have answered; written by {@code openRequest}. */
  public static final ProcessVariable<Instant> REQUEST_DUE_AT = instant("requestDueAt");

  /** When the person's answer is nearly due; written by {@code openRequest}, read by a timer. */
  public static final ProcessVariable<Instant> ANSWER_REMINDER_AT = instant("answerReminderAt");

  /** When the request is nearly due; written by {@code openRequest}, read by a timer. */
  public static final ProcessVariable<Instant> REQUEST_REMINDER_AT = instant("requestReminderAt");

  /** How the question reaches the contact center; written by {@code openRequest}. */
  public static final ProcessVariable<Form> REQUEST_FORM =
      new ProcessVariable<>("requestForm", Form.class);

  /** Whether an answer from outside is here already; written by {@code checkAnswer}. */
  public static final ProcessVariable<Boolean> ANSWER_IS_HERE = flag("answerIsHere");

  /**
   * How the request ended; written by {@code takeAnswer}, {@code withdrawRequest}, {@code
   * answerRequest} or {@code decideOverdueRequest}.
   */
  public static final ProcessVariable<RequestOutcome> REQUEST_OUTCOME =
      new ProcessVariable<>("requestOutcome", RequestOutcome.class);

  /** Written by {@code decideOverdueRequest}. */
  public static final ProcessVariable<OverdueDecision> OVERDUE_DECISION =
      new ProcessVariable<>("overdueDecision", OverdueDecision.class);

  /** Form text: the moderator's answer; taken to the case file on submit. */
  public static final ProcessVariable<String> REPLY_TEXT = text("replyText");

  /** Form text: the question to the contact center; taken to the case file on submit. */
  public static final ProcessVariable<String> CONTACT_CENTER_QUESTION =
      text("contactCenterQuestion");

  /** Form text: the contact center's answer; taken to the case file on submit. */
  public static final ProcessVariable<String> CONTACT_CENTER_ANSWER = text("contactCenterAnswer");

  /** Form text: the supervisor's remark; taken to the case file on submit. */
  public static final ProcessVariable<String> REMARK = text("remark");

  /** Form text: the address of what was published by hand; taken to the ledger on submit. */
  public static final ProcessVariable<String> POST_URL = text("postUrl");

  /** The version of the server's draft that a form sends instead of a long text. */
  public static final ProcessVariable<Long> DRAFT_VERSION = number("draftVersion");

  /** Where the answer goes; written by the reply forms, null where the message stands. */
  public static final ProcessVariable<Kind> REPLY_KIND =
      new ProcessVariable<>("replyKind", Kind.class);

  /** Written by {@code chooseTemplate}. */
  public static final ProcessVariable<TemplateDecision> TEMPLATE_DECISION =
      new ProcessVariable<>("templateDecision", TemplateDecision.class);

  /** Form text: the approved template's name; taken to the case file on submit. */
  public static final ProcessVariable<String> TEMPLATE_NAME = text("templateName");

  /** Form display: whether a comment may be answered in private. */
  public static final ProcessVariable<Boolean> CAN_ANSWER_PRIVATELY = flag("canAnswerPrivately");

  /** Form display: who will see the answer. */
  public static final ProcessVariable<String> PLACE_TEXT = text("placeText");

  /** Form display: until when the platform takes an answer; empty when for ever. */
  public static final ProcessVariable<String> WINDOW_TEXT = text("windowText");

  /** Form display: the approved templates, one per paragraph. */
  public static final ProcessVariable<String> TEMPLATES_TEXT = text("templatesText");

  /** The platform's id of the message that scheme 2 is about. */
  public static final ProcessVariable<String> MESSAGE_ID = text("messageId");

  /** The broken rule; written by {@code detectViolation} or {@code confirmViolation}. */
  public static final ProcessVariable<FoundViolation> VIOLATION =
      new ProcessVariable<>("violation", FoundViolation.class);

  /** Whether the broken rule leaves no doubt; written by {@code detectViolation}. */
  public static final ProcessVariable<Boolean> VIOLATION_CERTAIN = flag("violationCertain");

  /**
   * Whether the platform can bring the message back after it was hidden or deleted; written by
   * {@code detectViolation}.
   */
  public static final ProcessVariable<Boolean> RESTORABLE = flag("restorable");

  /** Whether a local measure keeps the person's messages quiet; read by {@code triage}. */
  public static final ProcessVariable<Boolean> MUTED = flag("muted");

  /** Whether the text speaks of a card or of money; written by {@code detectViolation}. */
  public static final ProcessVariable<Boolean> ABOUT_MONEY = flag("aboutMoney");

  /** The class that the message seems to be of; written by {@code detectViolation}. */
  public static final ProcessVariable<AppealClass> SUGGESTED_CLASS =
      new ProcessVariable<>("suggestedClass", AppealClass.class);

  /** Percent, rounded down; written by {@code detectViolation}, read by {@code triage}. */
  public static final ProcessVariable<Long> SUGGESTION_CONFIDENCE = number("suggestionConfidence");

  /** Whether the message goes before a person looks; written by {@code violation-certainty}. */
  public static final ProcessVariable<Boolean> HIDE_AT_ONCE = flag("hideAtOnce");

  /** COMMENT, PRIVATE or empty: where the notice goes; written by {@code violation-certainty}. */
  public static final ProcessVariable<String> NOTICE_PLACE = text("noticePlace");

  /** Written by {@code confirmViolation} when no rule is broken. */
  public static final ProcessVariable<NoViolationDecision> NO_VIOLATION_DECISION =
      new ProcessVariable<>("noViolationDecision", NoViolationDecision.class);

  /** Who confirmed the violation; absent when the table decided alone. */
  public static final ProcessVariable<String> CONFIRMED_BY = text("confirmedBy");

  /** When files that the platform did not give are asked for again; by {@code gatherContext}. */
  public static final ProcessVariable<Instant> ATTACHMENTS_RETRY_AT = instant("attachmentsRetryAt");

  /** Whether some are still to be fetched; written by {@code fetchAttachments}. */
  public static final ProcessVariable<Boolean> ATTACHMENTS_AWAITED = flag("attachmentsAwaited");

  /** The row of the ladder; written by {@code recordOffence}. */
  public static final ProcessVariable<Long> OFFENCE_ID = number("offenceId");

  /** 1 to 4; written by {@code recordOffence}, read by {@code sanction-ladder}. */
  public static final ProcessVariable<Long> RUNG = number("rung");

  /** Whether the offence takes a new rung; written by {@code recordOffence}. */
  public static final ProcessVariable<Boolean> CLIMBS = flag("climbs");

  /** Written by {@code sanction-ladder}. */
  public static final ProcessVariable<Measure> MEASURE =
      new ProcessVariable<>("measure", Measure.class);

  /** How long the measure lasts; null for ever; written by {@code sanction-ladder}. */
  public static final ProcessVariable<Long> DAYS = number("days");

  /** The measure; written by {@code openSanction}. */
  public static final ProcessVariable<String> SANCTION_ID = text("sanctionId");

  /** The group that decides on a ban for ever; written by {@code chooseDecider}. */
  public static final ProcessVariable<String> DECIDER_GROUP = text("deciderGroup");

  /** Written by {@code confirmPermanentBan}. */
  public static final ProcessVariable<PermanentDecision> PERMANENT_DECISION =
      new ProcessVariable<>("permanentDecision", PermanentDecision.class);

  /** The supervisor who decided; written by {@code confirmPermanentBan}. */
  public static final ProcessVariable<String> DECIDED_BY = text("decidedBy");

  /** What is to be done on the platform; an input of {@code platform-act}. */
  public static final ProcessVariable<ActKind> ACT_KIND =
      new ProcessVariable<>("actKind", ActKind.class);

  /** ISO 8601 duration in which a deletion may be undone; an input in the diagram. */
  public static final ProcessVariable<String> UNDO_WINDOW = text("undoWindow");

  /** Whether the platform may be asked to show a message again; written by {@code checkUndo}. */
  public static final ProcessVariable<Boolean> UNDOABLE = flag("undoable");

  /** What the last attempt came to; written by {@code performAct}. */
  public static final ProcessVariable<ActState> ACT_STATE =
      new ProcessVariable<>("actState", ActState.class);

  /** The platform's words when it refused; written by {@code performAct}. */
  public static final ProcessVariable<String> ACT_REASON = text("actReason");

  /**
   * Until when it makes sense to apply the measure, a hundred years for one without an end; written
   * at the start of {@code sanction}, read by a timer.
   */
  public static final ProcessVariable<Instant> APPLICABLE_UNTIL = instant("applicableUntil");

  /** What keeps the person out; written by {@code checkLifting}, read by gateways. */
  public static final ProcessVariable<HeldBy> HELD_BY =
      new ProcessVariable<>("heldBy", HeldBy.class);

  /**
   * Whether an unanswered attempt may have shut the person out; written by {@code checkLifting}.
   */
  public static final ProcessVariable<Boolean> MAYBE_BANNED = flag("maybeBanned");

  /** Whether the measure is over, and only a dispute may go on; written by {@code endSanction}. */
  public static final ProcessVariable<Boolean> MEASURE_OVER = flag("measureOver");

  /** Form display: what the person says against the measure; also while the task is open. */
  public static final ProcessVariable<String> DISPUTE_TEXT = text("disputeText");

  /** PLATFORM, HAND or LOCAL; an input of {@code applySanction} in the diagram. */
  public static final ProcessVariable<EnforcedBy> APPLIED_BY =
      new ProcessVariable<>("appliedBy", EnforcedBy.class);

  /** Who holds and lifts the measure; written by {@code applySanction}. */
  public static final ProcessVariable<EnforcedBy> ENFORCED_BY =
      new ProcessVariable<>("enforcedBy", EnforcedBy.class);

  /** When the measure, or the time for disputing it, is over; written by {@code applySanction}. */
  public static final ProcessVariable<Instant> SANCTION_ENDS_AT = instant("sanctionEndsAt");

  /** ISO 8601 duration in which a measure may be disputed; an input in the diagram. */
  public static final ProcessVariable<String> DISPUTE_PERIOD = text("disputePeriod");

  /** Whether the measure was withdrawn; comes with the message {@code sanctionRevoked}. */
  public static final ProcessVariable<Boolean> REVOKED = flag("revoked");

  /** Whether an account is left whose bans were not compared; written by {@code nextAccount}. */
  public static final ProcessVariable<Boolean> ACCOUNT_LEFT = flag("accountLeft");

  /** Whether an account has more to compare; written by each part of a comparison of bans. */
  public static final ProcessVariable<Boolean> BANS_LEFT = flag("bansLeft");

  /** A number: how many drifts supervisors are asked about at once; an input in the diagram. */
  public static final ProcessVariable<String> MOST_TASKS = text("mostTasks");

  /** The ban that was set or lifted past the desk; written at the start of {@code ban-drift}. */
  public static final ProcessVariable<String> DRIFT_ID = text("driftId");

  /** In what the platform differs; written at the start of {@code ban-drift}. */
  public static final ProcessVariable<BanDiscrepancy.Kind> DRIFT_KIND =
      new ProcessVariable<>("driftKind", BanDiscrepancy.Kind.class);

  /** Written by {@code decideDrift}. */
  public static final ProcessVariable<DriftDecision> DRIFT_DECISION =
      new ProcessVariable<>("driftDecision", DriftDecision.class);

  /** Which end {@code settleDrift} records; an input of that task in the diagram. */
  public static final ProcessVariable<BanDiscrepancy.State> DRIFT_STATE =
      new ProcessVariable<>("driftState", BanDiscrepancy.State.class);

  /** Form display: who it is, what the ladder says and what the platform. */
  public static final ProcessVariable<String> DRIFT_TEXT = text("driftText");

  /** Form display: what adopting and restoring would do. */
  public static final ProcessVariable<String> DRIFT_CHOICES = text("driftChoices");

  /** Written by {@code reviewDispute}. */
  public static final ProcessVariable<DisputeDecision> DISPUTE_DECISION =
      new ProcessVariable<>("disputeDecision", DisputeDecision.class);

  /** What {@code writeNotice} tells; an input of that task in the diagram. */
  public static final ProcessVariable<NoticeKind> NOTICE_KIND =
      new ProcessVariable<>("noticeKind", NoticeKind.class);

  /** Whether a reply goes out although the user wrote meanwhile; RETURN when it is missing. */
  public static final ProcessVariable<IfUnread> IF_UNREAD =
      new ProcessVariable<>("ifUnread", IfUnread.class);

  /** Written by the decision {@code card-data}, read by a gateway. */
  public static final ProcessVariable<CardAction> CARD_ACTION =
      new ProcessVariable<>("cardAction", CardAction.class);

  /** Written by {@code hideCardData}. */
  public static final ProcessVariable<CardDecision> CARD_DECISION =
      new ProcessVariable<>("cardDecision", CardDecision.class);

  /**
   * What is looked at: {@code APPEAL}, or what belongs to none; written by {@code
   * nextRetentionGroup}.
   */
  public static final ProcessVariable<String> RETENTION_MATTER = text("retentionMatter");

  /** The last closed case that was looked at; written by {@code eraseExpired}. */
  public static final ProcessVariable<Long> RETENTION_LAST = number("retentionLast");

  /** Whether there may be more to erase of the same; written by {@code eraseExpired}. */
  public static final ProcessVariable<Boolean> MORE_EXPIRED = flag("moreExpired");

  /** Which closed cases are looked at; written by {@code nextRetentionGroup}. */
  public static final ProcessVariable<String> RETENTION_GROUP = text("retentionGroup");

  /** Whether closed cases are left to look at; written by {@code nextRetentionGroup}. */
  public static final ProcessVariable<Boolean> GROUP_LEFT = flag("groupLeft");

  /** Whether closed cases are ever erased; written by the decision {@code retention}. */
  public static final ProcessVariable<Boolean> EXPIRES = flag("expires");

  /** How long a closed case is kept; written by the decision {@code retention}. */
  public static final ProcessVariable<Long> KEEP_DAYS = number("keepDays");

  /** Form display: the suspected message. */
  public static final ProcessVariable<String> MESSAGE_SHOWN = text("messageShown");

  /** Form display: the rule and the words that broke it; empty when nothing was found. */
  public static final ProcessVariable<String> DETECTED_TEXT = text("detectedText");

  /** Form display: which rung the offence would take, why, and what follows. */
  public static final ProcessVariable<String> CONSEQUENCE_TEXT = text("consequenceText");

  /** Form display: earlier offences and measures of the person; empty when there are none. */
  public static final ProcessVariable<String> HISTORY_TEXT = text("historyText");

  /** Form display: what the person would read about advertising; empty when nothing. */
  public static final ProcessVariable<String> NOTICE_ADVERTISING = text("noticeAdvertising");

  /**
   * Form display: what the person would read about praise of other payment systems; empty when
   * nothing.
   */
  public static final ProcessVariable<String> NOTICE_OTHER_PAYMENT_SYSTEMS =
      text("noticeOtherPaymentSystems");

  /** Form display: what the person would read about obscene language; empty when nothing. */
  public static final ProcessVariable<String> NOTICE_OBSCENE = text("noticeObscene");

  /** Form display: what the person would read about flood; empty when nothing. */
  public static final ProcessVariable<String> NOTICE_FLOOD = text("noticeFlood");

  /** Form display: what the person would read about an insult; empty when nothing. */
  public static final ProcessVariable<String> NOTICE_INSULT = text("noticeInsult");

  /** Form display: what the person would read about an unconstructive form; empty when nothing. */
  public static final ProcessVariable<String> NOTICE_NOT_CONSTRUCTIVE =
      text("noticeNotConstructive");

  /** Form display: the measure in words. */
  public static final ProcessVariable<String> SANCTION_TEXT = text("sanctionText");

  /** Form display: how to do it by hand on this platform, step by step. */
  public static final ProcessVariable<String> STEPS_TEXT = text("stepsText");

  /** Form display: platform, kind and author. */
  public static final ProcessVariable<String> HEADER = text("header");

  /** Form display: the case's number. */
  public static final ProcessVariable<String> CASE_NUMBER = text("caseNumber");

  /** Form display: the deadline in words. */
  public static final ProcessVariable<String> DEADLINE_TEXT = text("deadlineText");

  /** Form display: why the task came back; empty when it did not. */
  public static final ProcessVariable<String> PROBLEM = text("problem");

  /** Form display: what the appeal seems to be and why. */
  public static final ProcessVariable<String> SUGGESTION_TEXT = text("suggestionText");

  /** Form display: the most characters that the platform takes. */
  public static final ProcessVariable<Long> TEXT_LIMIT = number("textLimit");

  /** Form display: the text to approve or to publish by hand. */
  public static final ProcessVariable<String> REPLY_SHOWN = text("replyShown");

  /** Form display: the contact center's latest answer; empty when there is none. */
  public static final ProcessVariable<String> REQUEST_ANSWER = text("requestAnswer");

  /** Form display: until when the person waits for an answer; empty when unknown. */
  public static final ProcessVariable<String> USER_DEADLINE_TEXT = text("userDeadlineText");

  /** Form display: the question to the contact center. */
  public static final ProcessVariable<String> QUESTION = text("question");

  /** Form display: the address of the talk on the platform; empty when unknown. */
  public static final ProcessVariable<String> THREAD_URL = text("threadUrl");

  /** How many appeals make an incident; an input in the diagram. */
  public static final ProcessVariable<String> BURST_CASES = text("burstCases");

  /** ISO 8601 duration in which they come; an input in the diagram. */
  public static final ProcessVariable<String> BURST_WINDOW = text("burstWindow");

  /** How much of the words of two appeals is common, percent; an input in the diagram. */
  public static final ProcessVariable<String> BURST_LIKENESS = text("burstLikeness");

  /** The incident; written at the start of {@code incident}. */
  public static final ProcessVariable<Long> INCIDENT_ID = number("incidentId");

  /** Written by {@code answerIncident}. */
  public static final ProcessVariable<IncidentDecision> INCIDENT_DECISION =
      new ProcessVariable<>("incidentDecision", IncidentDecision.class);

  /** Form text: the numbers of the cases that get a common answer; taken away on submit. */
  public static final ProcessVariable<String> CASE_IDS = text("caseIds");

  /** Form display: the cases of an incident, one per line. */
  public static final ProcessVariable<String> CASES_SHOWN = text("casesShown");

  /** A number: how many answers of one account are on their way; an input in the diagram. */
  public static final ProcessVariable<String> ANSWERS_AT_ONCE = text("answersAtOnce");

  /** Whether chosen cases wait for the common answer; written by {@code handOverAnswers}. */
  public static final ProcessVariable<Boolean> ANSWERS_LEFT = flag("answersLeft");

  /** Whether cases of the incident wait for any answer; written by {@code reviewIncident}. */
  public static final ProcessVariable<Boolean> UNANSWERED_LEFT = flag("unansweredLeft");

  /** Whether the appeal is a post of an advocate, disclosure and all; written at the start. */
  public static final ProcessVariable<Boolean> ADVOCATE_POST = flag("advocatePost");

  /** How many answers with a script went out since somebody looked at it; read by decisions. */
  public static final ProcessVariable<Long> ANSWERS_SENT = number("answersSent");

  /** How much of the script its answers kept, percent; read by decisions. */
  public static final ProcessVariable<Long> KEPT_PERCENT = number("keptPercent");

  /** After how many of them the person wrote again, percent; read by decisions. */
  public static final ProcessVariable<Long> CAME_BACK_PERCENT = number("cameBackPercent");

  /** After how many of them others had to help, percent; read by decisions. */
  public static final ProcessVariable<Long> ESCALATED_PERCENT = number("escalatedPercent");

  /** Why a script serves badly, in Russian; empty for none; written by {@code script-review}. */
  public static final ProcessVariable<String> SCRIPT_DOUBT = text("scriptDoubt");

  /**
   * The numbers of the questions that an outside contact center need not answer any more, with
   * commas; empty for none; written by {@code withdrawAppeal}.
   */
  public static final ProcessVariable<String> OUTSIDE_REQUESTS = text("outsideRequests");

  /** Who keeps the scripts, as they say; empty for nobody; written at the start. */
  public static final ProcessVariable<String> SCRIPT_OWNER = text("scriptOwner");

  /** The id of that person; null when the owner is no supervisor; written at the start. */
  public static final ProcessVariable<String> SCRIPT_REVIEWER = text("scriptReviewer");

  /** The numbers of the scripts to be looked at, with commas; written at the start. */
  public static final ProcessVariable<String> SCRIPT_IDS = text("scriptIds");

  /** Written by {@code reviewScripts}. */
  public static final ProcessVariable<ScriptDecision> SCRIPT_DECISION =
      new ProcessVariable<>("scriptDecision", ScriptDecision.class);

  /** Form display: the scripts to be looked at and why, one per line. */
  public static final ProcessVariable<String> SCRIPTS_SHOWN = text("scriptsShown");

  private static ProcessVariable<String> text(String name) {
    return new ProcessVariable<>(name, String.class);
  }

  private static ProcessVariable<Boolean> flag(String name) {
    return new ProcessVariable<>(name, Boolean.class);
  }

  private static ProcessVariable<Long> number(String name) {
    return new ProcessVariable<>(name, Long.class);
  }

  private static ProcessVariable<Instant> instant(String name) {
    return new ProcessVariable<>(name, Instant.class);
  }
}
