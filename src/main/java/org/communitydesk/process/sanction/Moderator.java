package org.communitydesk.process.sanction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Suspicions;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Violation;
import org.communitydesk.process.Choices.ActKind;
import org.communitydesk.process.Choices.ActState;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.ProcessVariable;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.communitydesk.publication.Target;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.BanDiscrepancy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.springframework.stereotype.Component;

/** Does to messages and persons what the diagram asks for, as far as the platform lets us. */
@Component
class Moderator {

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
  private static final Duration WAIT_FOR_OTHERS = Duration.ofMinutes(1);
  private static final String NOTHING_TO_DO = "Делать уже нечего";
  private static final int LONGEST_REASON = 1_000;

  private final CaseFiles files;
  private final Conversations conversations;
  private final Suspicions suspicions;
  private final Journal journal;
  private final Channels channels;
  private final Publications publications;
  private final Ladder ladder;
  private final BanDiscrepancies banDiscrepancies;
  private final Clock clock;

  Moderator(
      CaseFiles files,
      Conversations conversations,
      Suspicions suspicions,
      Journal journal,
      Channels channels,
      Publications publications,
      Ladder ladder,
      BanDiscrepancies banDiscrepancies,
      Clock clock) {
    this.files = files;
    this.conversations = conversations;
    this.suspicions = suspicions;
    this.journal = journal;
    this.channels = channels;
    this.publications = publications;
    this.ladder = ladder;
    this.banDiscrepancies = banDiscrepancies;
    this.clock = clock;
  }

  /**
   * What there is to say without asking the platform: the ladder says no more what was to be done,
   * another measure has not settled yet, or the message was erased; empty when the act is needed.
   */
  Optional<ActState> beforehand(DelegateExecution execution) {
    Optional<String> drift = Variables.DRIFT_ID.find(execution);
    if (drift.isPresent()) {
      return when(!banDiscrepancies.stands(drift.get()), ActState.DONE);
    }
    return switch (Variables.ACT_KIND.in(execution)) {
      case BAN ->
          when(!stands(ladder.find(Variables.SANCTION_ID.in(execution))), ActState.NEEDLESS);
      case UNBAN -> beforeLifting(ladder.find(Variables.SANCTION_ID.in(execution)));
      default -> when(isErased(execution), ActState.DONE);
    };
  }

  /**
   * As {@link #beforehand}, once more after an attempt that has done nothing, and nobody changes
   * the ladder's answer until the step is committed; such an act is given up.
   */
  Optional<ActState> afterwards(DelegateExecution execution, Publication act) {
    if (act.state() == Publication.State.SENT || act.state() == Publication.State.SENDING) {
      return Optional.empty();
    }
    Variables.SANCTION_ID.find(execution).ifPresent(ladder::hold);
    Optional<ActState> settled = beforehand(execution);
    if (settled.isPresent() && act.state() != Publication.State.REFUSED) {
      publications.drop(act.id(), NOTHING_TO_DO);
    }
    return settled;
  }

  /** Earlier passes may have begun what is needed no more. */
  void giveUp(DelegateExecution execution, ActState settled) {
    if (settled != ActState.BUSY) {
      publications.dropActs(
          Variables.CASE_ID.find(execution).orElse(null),
          execution.getProcessInstanceId(),
          NOTHING_TO_DO);
    }
  }

  private static Optional<ActState> when(boolean condition, ActState state) {
    return condition ? Optional.of(state) : Optional.empty();
  }

  private boolean stands(Sanction sanction) {
    return switch (sanction.state()) {
      case PROPOSED, RUNNING -> !sanction.isTermOver(clock.instant());
      case ENDED, REVOKED -> false;
    };
  }

  private Optional<ActState> beforeLifting(Sanction sanction) {
    Ladder.Others others = ladder.others(sanction.id());
    if (others.waiting()) {
      return Optional.of(ActState.BUSY);
    }
    return when(
        others.longest() != null && isAsThePlatformHoldsIt(others.longest()), ActState.DONE);
  }

  /** A ban that was set last, or by somebody else, may end later than the measure that is left. */
  private boolean isAsThePlatformHoldsIt(Sanction left) {
    Account account = left.offender().account();
    String person = left.offender().authorId();
    return !channels.of(account).endsBanOf(person)
        || publications
            .lastOn(account, person)
            .filter(
                last -> last.kind() == Publication.Kind.BAN || last.kind() == Publication.Kind.MUTE)
            .filter(last -> last.state() == Publication.State.SENT)
            .filter(last -> isSame(last.until(), left.until()))
            .isPresent();
  }

  private static boolean isSame(Instant one, Instant other) {
    if (one == null || other == null) {
      return Objects.equals(one, other);
    }
    return Duration.between(one, other).abs().compareTo(Duration.ofSeconds(1)) < 0;
  }

  /** In the transaction that begins the call: what was to be done is still what is to be done. */
  private boolean isStillWanted(DelegateExecution execution, Instant until) {
    Variables.SANCTION_ID.find(execution).ifPresent(ladder::hold);
    return beforehand(execution).isEmpty()
        && Objects.equals(
            until, sanction(execution).map(one -> until(execution, one)).orElse(null));
  }

  private boolean isErased(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    return Variables.MESSAGE_ID
        .find(execution)
        .filter(id -> conversations.find(caseId, id).isEmpty())
        .isPresent();
  }

  Publication attempt(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.find(execution).orElse(null);
    CaseMessage caseMessage =
        Variables.MESSAGE_ID
            .find(execution)
            .flatMap(id -> conversations.find(caseId, id))
            .orElse(null);
    Sanction sanction = sanction(execution).orElse(null);
    Target target = target(execution, caseMessage, sanction);
    Sanction left = whatIsLeft(execution, sanction);
    Publication.Kind kind =
        left == null
            ? possible(Variables.ACT_KIND.in(execution), target.account(), caseMessage, sanction)
            : possible(ActKind.BAN, target.account(), caseMessage, left);
    Instant until = until(execution, sanction);
    Publication act =
        publications.intend(caseId, execution.getProcessInstanceId(), kind, target, until);
    return isPossible(kind, target.account())
        ? publications.attempt(act.id(), () -> isStillWanted(execution, until))
        : publications.refuse(
            act.id(),
            target.account().platform().title() + " не даёт этого через API: сделайте вручную.");
  }

  /** The measure that goes on when this one is lifted; null when none does. */
  private Sanction whatIsLeft(DelegateExecution execution, Sanction sanction) {
    boolean lifting = Variables.ACT_KIND.in(execution) == ActKind.UNBAN;
    return sanction == null || !lifting || Variables.DRIFT_ID.find(execution).isPresent()
        ? null
        : ladder.others(sanction.id()).longest();
  }

  /** Until when the platform is to keep the person out: as long as any measure says. */
  private Instant until(DelegateExecution execution, Sanction sanction) {
    ActKind kind = Variables.ACT_KIND.in(execution);
    if (sanction == null || (kind != ActKind.BAN && kind != ActKind.UNBAN)) {
      return null;
    }
    Sanction other = ladder.others(sanction.id()).longest();
    if (kind == ActKind.UNBAN) {
      return other == null ? null : other.until();
    }
    Instant own = sanction.termEndsAt();
    boolean longer =
        other != null && (other.until() == null || (own != null && other.until().isAfter(own)));
    return longer ? other.until() : own;
  }

  private Target target(DelegateExecution execution, CaseMessage caseMessage, Sanction sanction) {
    Optional<Offender> found =
        Variables.DRIFT_ID
            .find(execution)
            .map(banDiscrepancies::find)
            .map(BanDiscrepancy::offender);
    if (found.isPresent()) {
      return new Target(found.get().account(), Kind.COMMENT, "", null, found.get().authorId());
    }
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    return new Target(
        file.account(),
        file.kind(),
        caseMessage == null ? file.threadId() : caseMessage.threadId(),
        caseMessage == null ? null : caseMessage.externalId(),
        sanction == null ? file.author().id() : sanction.offender().authorId());
  }

  private Optional<Sanction> sanction(DelegateExecution execution) {
    return Variables.SANCTION_ID
        .find(execution)
        .or(
            () ->
                Variables.DRIFT_ID
                    .find(execution)
                    .map(banDiscrepancies::find)
                    .map(BanDiscrepancy::sanctionId))
        .map(ladder::find);
  }

  void note(DelegateExecution execution, Publication act) {
    if (act.caseId() == null) {
      return;
    }
    if (act.state() != Publication.State.SENT) {
      journal.record(act.caseId(), null, TimelineEvent.What.ACT_REFUSED, act.reason());
      return;
    }
    switch (act.kind()) {
      case HIDE ->
          moderated(execution, act, CaseMessage.State.HIDDEN, TimelineEvent.What.MESSAGE_HIDDEN);
      case DELETE ->
          moderated(execution, act, CaseMessage.State.DELETED, TimelineEvent.What.REMOVED_BY_DESK);
      case UNHIDE, RESTORE ->
          moderated(execution, act, CaseMessage.State.VISIBLE, TimelineEvent.What.MESSAGE_SHOWN);
      case BAN, MUTE -> journal.record(act.caseId(), null, TimelineEvent.What.PERSON_BANNED, null);
      case UNBAN, UNMUTE ->
          journal.record(act.caseId(), null, TimelineEvent.What.PERSON_UNBANNED, null);
      case REPLY -> throw new IllegalStateException("A reply is no act of moderation");
    }
  }

  Instant nextTry(Publication act) {
    Instant soon = clock.instant().plus(SHORTEST_WAIT);
    return act.notBefore() == null || act.notBefore().isBefore(soon) ? soon : act.notBefore();
  }

  Instant whenOthersMayBeSettled() {
    return clock.instant().plus(WAIT_FOR_OTHERS);
  }

  static String brief(String reason) {
    return reason == null || reason.length() <= LONGEST_REASON
        ? reason
        : reason.substring(0, LONGEST_REASON);
  }

  private void moderated(
      DelegateExecution execution,
      Publication act,
      CaseMessage.State state,
      TimelineEvent.What what) {
    String message = act.reply().replyTo();
    suspicions.moderated(conversations.entry(act.caseId(), message), state);
    journal.record(
        act.caseId(),
        asked(execution, Variables.CONFIRMED_BY).orElse(null),
        what,
        asked(execution, Variables.VIOLATION)
            .filter(violation -> violation != FoundViolation.NONE)
            .map(violation -> Violation.valueOf(violation.name()).title())
            .orElse(null));
  }

  /** What the process, or one of those that have called it, knows. */
  private static <T> Optional<T> asked(DelegateExecution execution, ProcessVariable<T> variable) {
    Optional<T> known = variable.find(execution);
    DelegateExecution caller = execution.getProcessInstance().getSuperExecution();
    return known.isPresent() || caller == null ? known : asked(caller, variable);
  }

  /** What the platform has instead where it has not the very thing: hidden is as good as gone. */
  private Publication.Kind possible(
      ActKind wanted, Account account, CaseMessage caseMessage, Sanction sanction) {
    Capabilities can = channels.of(account).capabilities();
    boolean mute =
        sanction != null && sanction.measure() == Measure.MUTE && can.can(Capability.MUTE);
    return switch (wanted) {
      case HIDE -> can.can(Capability.HIDE) ? Publication.Kind.HIDE : Publication.Kind.DELETE;
      case DELETE -> can.can(Capability.DELETE) ? Publication.Kind.DELETE : Publication.Kind.HIDE;
      case UNHIDE, RESTORE ->
          caseMessage.state() == CaseMessage.State.DELETED
              ? Publication.Kind.RESTORE
              : Publication.Kind.UNHIDE;
      case BAN -> mute ? Publication.Kind.MUTE : Publication.Kind.BAN;
      case UNBAN -> mute ? Publication.Kind.UNMUTE : Publication.Kind.UNBAN;
    };
  }

  private boolean isPossible(Publication.Kind kind, Account account) {
    Capability needed =
        switch (kind) {
          case HIDE, UNHIDE -> Capability.HIDE;
          case DELETE -> Capability.DELETE;
          case RESTORE -> Capability.RESTORE;
          case BAN -> Capability.BAN;
          case UNBAN -> Capability.UNBAN;
          case MUTE, UNMUTE -> Capability.MUTE;
          case REPLY -> throw new IllegalStateException("A reply is no act of moderation");
        };
    return channels.of(account).capabilities().can(needed);
  }
}
