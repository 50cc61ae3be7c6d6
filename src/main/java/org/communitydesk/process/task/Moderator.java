package org.communitydesk.process.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Entry;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.cases.Suspicions;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Violation;
import org.communitydesk.process.Choices.ActKind;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.Notices;
import org.communitydesk.process.ProcessVariable;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.communitydesk.publication.Target;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Drift;
import org.communitydesk.sanction.Drifts;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.springframework.stereotype.Component;

/** Does to messages and persons what the diagram asks for, as far as the platform lets us. */
@Component
class Moderator {

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
  private static final int LONGEST_REASON = 1_000;

  private final CaseFiles files;
  private final Conversations conversations;
  private final Suspicions suspicions;
  private final Journal journal;
  private final Channels channels;
  private final Publications publications;
  private final Ladder ladder;
  private final Drifts drifts;
  private final Clock clock;

  Moderator(
      CaseFiles files,
      Conversations conversations,
      Suspicions suspicions,
      Journal journal,
      Channels channels,
      Publications publications,
      Ladder ladder,
      Drifts drifts,
      Clock clock) {
    this.files = files;
    this.conversations = conversations;
    this.suspicions = suspicions;
    this.journal = journal;
    this.channels = channels;
    this.publications = publications;
    this.ladder = ladder;
    this.drifts = drifts;
    this.clock = clock;
  }

  /**
   * Whether there is nothing left to do: a newer ban has replaced the one to be lifted and must
   * stand, the ladder says no more what was to be restored, or the message was erased.
   */
  boolean isSuperseded(DelegateExecution execution) {
    Optional<String> drift = Variables.DRIFT_ID.find(execution);
    if (drift.isPresent()) {
      return !drifts.stands(drift.get());
    }
    ActKind kind = Variables.ACT_KIND.in(execution);
    if (kind != ActKind.UNBAN) {
      return kind != ActKind.BAN && isErased(execution);
    }
    Sanction sanction = ladder.find(Variables.SANCTION_ID.in(execution));
    return !ladder.mayLift(sanction.id(), sanction.version());
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
    Entry entry =
        Variables.MESSAGE_ID
            .find(execution)
            .flatMap(id -> conversations.find(caseId, id))
            .orElse(null);
    Sanction sanction = sanction(execution).orElse(null);
    Target target = target(execution, entry, sanction);
    Publication.Kind kind =
        possible(Variables.ACT_KIND.in(execution), target.account(), entry, sanction);
    Publication act =
        publications.intend(
            caseId, execution.getProcessInstanceId(), kind, target, end(kind, sanction));
    return isPossible(kind, target.account())
        ? publications.attempt(act.id())
        : publications.refuse(
            act.id(),
            target.account().platform().title() + " не даёт этого через API: сделайте вручную.");
  }

  private Target target(DelegateExecution execution, Entry entry, Sanction sanction) {
    Optional<Offender> found =
        Variables.DRIFT_ID.find(execution).map(drifts::find).map(Drift::offender);
    if (found.isPresent()) {
      return new Target(found.get().account(), Kind.COMMENT, "", null, found.get().authorId());
    }
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    return new Target(
        file.account(),
        file.kind(),
        entry == null ? file.threadId() : entry.threadId(),
        entry == null ? null : entry.externalId(),
        sanction == null ? file.author().id() : sanction.offender().authorId());
  }

  private Optional<Sanction> sanction(DelegateExecution execution) {
    return Variables.SANCTION_ID
        .find(execution)
        .or(() -> Variables.DRIFT_ID.find(execution).map(drifts::find).map(Drift::sanctionId))
        .map(ladder::find);
  }

  void note(DelegateExecution execution, Publication act) {
    if (act.caseId() == null) {
      return;
    }
    if (act.state() != Publication.State.SENT) {
      journal.record(act.caseId(), null, Step.What.ACT_REFUSED, act.reason());
      return;
    }
    switch (act.kind()) {
      case HIDE -> moderated(execution, act, Entry.State.HIDDEN, Step.What.MESSAGE_HIDDEN);
      case DELETE -> moderated(execution, act, Entry.State.DELETED, Step.What.REMOVED_BY_DESK);
      case UNHIDE, RESTORE ->
          moderated(execution, act, Entry.State.VISIBLE, Step.What.MESSAGE_SHOWN);
      case BAN, MUTE -> journal.record(act.caseId(), null, Step.What.PERSON_BANNED, null);
      case UNBAN, UNMUTE -> journal.record(act.caseId(), null, Step.What.PERSON_UNBANNED, null);
      case REPLY -> throw new IllegalStateException("A reply is no act of moderation");
    }
  }

  Instant nextTry(Publication act) {
    Instant soon = clock.instant().plus(SHORTEST_WAIT);
    return act.notBefore() == null || act.notBefore().isBefore(soon) ? soon : act.notBefore();
  }

  static String brief(String reason) {
    return reason == null || reason.length() <= LONGEST_REASON
        ? reason
        : reason.substring(0, LONGEST_REASON);
  }

  private void moderated(
      DelegateExecution execution, Publication act, Entry.State state, Step.What what) {
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

  private Instant end(Publication.Kind kind, Sanction sanction) {
    if (kind != Publication.Kind.BAN && kind != Publication.Kind.MUTE) {
      return null;
    }
    if (sanction.state() == Sanction.State.RUNNING) {
      return sanction.until();
    }
    Instant from = sanction.from() == null ? clock.instant() : sanction.from();
    return Notices.until(new Decision(sanction.measure(), sanction.days(), null, null), from);
  }

  /** What the platform has instead where it has not the very thing: hidden is as good as gone. */
  private Publication.Kind possible(
      ActKind wanted, Account account, Entry entry, Sanction sanction) {
    Capabilities can = channels.of(account).capabilities();
    boolean mute =
        sanction != null && sanction.measure() == Measure.MUTE && can.can(Capability.MUTE);
    return switch (wanted) {
      case HIDE -> can.can(Capability.HIDE) ? Publication.Kind.HIDE : Publication.Kind.DELETE;
      case DELETE -> can.can(Capability.DELETE) ? Publication.Kind.DELETE : Publication.Kind.HIDE;
      case UNHIDE, RESTORE ->
          entry.state() == Entry.State.DELETED ? Publication.Kind.RESTORE : Publication.Kind.UNHIDE;
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
