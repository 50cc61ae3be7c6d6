package org.communitydesk.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.channelhealth.PublishingOrder;
import org.communitydesk.channelhealth.PublishingSwitch;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Message;
import org.communitydesk.http.CallFailure;
import org.communitydesk.publication.Publication.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Says things outside, each once. Nothing else in the desk calls a platform's write methods.
 *
 * <p>A call is begun only after the row says SENDING and is committed; whoever dies in between
 * leaves UNKNOWN, which is never sent again without proof.
 */
@Component
public class Publications {

  /**
   * Longer than the time limits of a reply's calls together, four at most with a file to upload; an
   * attempt older than this has died. Less than a quarter of the time for which a job is locked.
   */
  static final Duration CALL_DEADLINE = Duration.ofSeconds(100);

  /** How long a platform is asked what became of a call before a person is. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String REPEATABLE = "Shown not to have gone out";

  private static final List<State> OPEN = List.of(State.NEW, State.HELD);

  /** A platform that says so often neither yes nor no is a person's matter. */
  private static final int MOST_BLIND_ATTEMPTS = 3;

  private final Ledger ledger;
  private final Proofs proofs;
  private final HeldBack heldBack;
  private final Channels channels;
  private final Gate gate;
  private final PublishingSwitch publishing;
  private final Clock clock;

  Publications(
      Ledger ledger,
      Proofs proofs,
      HeldBack heldBack,
      Channels channels,
      Gate gate,
      PublishingSwitch publishing,
      Clock clock) {
    this.heldBack = heldBack;
    this.publishing = publishing;
    this.ledger = ledger;
    this.proofs = proofs;
    this.channels = channels;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * The act that a step of a case asks for; asking again returns the same one.
   *
   * @param step stable over retries, new for every pass
   * @param reply its {@code publicationId} counts only the first time
   */
  public Publication intend(String caseId, String step, Reply reply) {
    return ledger.intend(caseId, step, reply);
  }

  /**
   * The act on a message or a person that a step of a case asks for; asking again returns the same
   * one.
   *
   * @param caseId null for a person of whom there is no case
   * @param step stable over retries, new for every pass
   * @param until when a ban ends; null for ever, and for acts that have no end
   */
  public Publication intend(
      String caseId, String step, Publication.Kind kind, Target target, Instant until) {
    return ledger.intend(caseId, step, kind, target, until);
  }

  /**
   * Makes one attempt, unless the act is settled, its outcome unknown or the channel shut.
   *
   * @return how it stands afterwards: SENT, REFUSED, UNKNOWN, HELD (our key is bad, the channel off
   *     or publishing stopped), DROPPED, or NEW with {@code notBefore} when the platform is busy
   */
  public Publication attempt(UUID id) {
    return attempt(id, () -> true);
  }

  /**
   * As {@link #attempt(UUID)}.
   *
   * @param wanted asked in the transaction that begins the call, also after a wait; when it says no
   *     nothing is done and the act stays as it is
   */
  public Publication attempt(UUID id, BooleanSupplier wanted) {
    ledger.giveUpDead(id, CALL_DEADLINE, MOST_BLIND_ATTEMPTS);
    Publication act = find(id);
    if (OPEN.contains(act.state())) {
      publishing
          .stopping(act.reply().account())
          .filter(order -> order.id() > act.letGoOrder())
          .ifPresentOrElse(order -> heldBack.stop(id, order), () -> askTheGate(act, wanted));
    }
    return find(id);
  }

  private void askTheGate(Publication act, BooleanSupplier wanted) {
    UUID id = act.id();
    Gate.Permission permission =
        gate.ask(act.reply().account(), isReply(act) ? act.reply().kind() : null);
    if (permission instanceof Gate.Held held) {
      ledger.move(id, OPEN, State.HELD, held.reason());
    } else if (permission instanceof Gate.Later later) {
      int before = ledger.queued(act.reply().account());
      ledger.postpone(
          id, later.notBefore().plus(later.apart().multipliedBy(before)), later.reason());
    } else {
      boolean trial = ((Gate.Go) permission).trial();
      ledger.begin(id, wanted).ifPresent(fence -> call(find(id), fence, trial));
    }
  }

  /**
   * Lets one publication out although publishing is stopped; a later stop holds it again.
   *
   * @return false when no stop holds it, or it was let out before
   */
  public boolean letGo(UUID id) {
    Publication held = find(id);
    return held.isStopped()
        && heldBack.letGo(id, Math.max(held.stopOrder(), stoppingOrder(held.reply().account())));
  }

  /**
   * Gives up a publication that waits, whoever holds it; its process is told.
   *
   * @param why Russian
   * @return false when it does not wait any more
   */
  public boolean dropHeld(UUID id, String why) {
    return heldBack.dropHeld(id, why);
  }

  /** Whether {@link #takeResumable} would find something. */
  public boolean mayResume(Account account) {
    return heldBack.mayResume(account, stoppingOrder(account));
  }

  /** Some of what people held back there and do not any more, each once; the oldest first. */
  public List<UUID> takeResumable(Account account, int most) {
    return heldBack.takeResumable(account, stoppingOrder(account), most);
  }

  private long stoppingOrder(Account account) {
    return publishing.stopping(account).map(PublishingOrder::id).orElse(0L);
  }

  /**
   * Looks on the platform for a reply whose outcome is unknown, and settles it when it is there.
   *
   * @throws CallFailure.Busy when the platform cannot be asked now; after some minutes of that it
   *     cannot tell
   */
  public ReadBack readBack(UUID id) {
    Publication publication = find(id);
    if (publication.state() == State.SENT) {
      return new ReadBack.Found(publication.externalId());
    }
    if (!isReply(publication)) {
      return new ReadBack.CannotTell();
    } else if (publication.sendingSince() == null) {
      return new ReadBack.Absent();
    }
    ReadBack answer =
        proofs
            .strayOf(publication)
            .<ReadBack>map(ReadBack.Found::new)
            .orElseGet(() -> look(publication));
    if (answer instanceof ReadBack.Found found) {
      return claim(publication, found);
    } else if (answer instanceof ReadBack.Absent && publication.attempt() >= MOST_BLIND_ATTEMPTS) {
      return new ReadBack.CannotTell();
    } else if (answer instanceof ReadBack.Absent) {
      ledger.allowRepeat(id, publication.attempt(), REPEATABLE);
    }
    return answer;
  }

  /** One message on the platform proves one reply. */
  private ReadBack claim(Publication publication, ReadBack.Found found) {
    if (isAnothers(publication, found.externalId())) {
      return new ReadBack.CannotTell();
    }
    try {
      proofs.proven(publication.id(), found.externalId());
      return found;
    } catch (DuplicateKeyException anothers) {
      return new ReadBack.CannotTell();
    }
  }

  private ReadBack look(Publication publication) {
    Account account = publication.reply().account();
    if (gate.isShut(account)) {
      return new ReadBack.CannotTell();
    }
    try {
      return channels.of(account).readBack(publication.reply(), publication.sendingSince());
    } catch (CallFailure.LockedOut noKey) {
      return new ReadBack.CannotTell();
    } catch (CallFailure.Busy dark) {
      if (publication.sendingSince().plus(PATIENCE).isBefore(clock.instant())) {
        return new ReadBack.CannotTell();
      }
      throw dark;
    }
  }

  /** A person or the platform has shown that it did not go out: it may be sent again. */
  public void allowRepeat(UUID id) {
    ledger.allowRepeat(id, find(id).attempt(), REPEATABLE);
  }

  /**
   * A person says that it stands on the platform.
   *
   * @param url where, or null
   * @param byHand they published it themselves
   */
  public void confirm(UUID id, String url, boolean byHand) {
    ledger.sent(id, url, byHand);
  }

  /** Nobody will send it any more; a sent one stays sent. */
  public void drop(UUID id, String why) {
    ledger.move(
        id,
        List.copyOf(EnumSet.complementOf(EnumSet.of(State.SENT, State.DROPPED))),
        State.DROPPED,
        why);
  }

  /**
   * A step wants no act any more: what it has not done it will not do. Of an attempt that has died
   * {@link #lastOn} still tells.
   *
   * @param caseId null for a person of whom there is no case
   * @param why Russian
   */
  public void dropActs(String caseId, String step, String why) {
    ledger.dropActs(caseId, step, null, why);
  }

  /**
   * Takes the platform's echo of our own message as proof.
   *
   * @param key the idempotency key that came back with it; null when none did
   * @return the act that it shows, settled now or before; empty when it shows none of ours
   */
  public Optional<Publication> prove(Message echo, String key) {
    return ofKey(key).map(own -> settle(own, echo.externalId())).or(() -> provenByText(echo));
  }

  private Optional<Publication> provenByText(Message echo) {
    return proofs
        .findSent(echo.account(), echo.externalId())
        .or(() -> proofs.unknownLike(echo).map(open -> settle(open, echo.externalId())));
  }

  /**
   * Takes what the platform tells of a message of ours: proof that it went out, or that it did not
   * arrive after all.
   *
   * @return the act that it is about, as it stands now; empty when it is none of ours, or comes
   *     after the platform has said that it did not arrive
   */
  public Optional<Publication> take(InboundEvent.DeliveryReceipt deliveryReceipt) {
    Optional<Publication> about = about(deliveryReceipt);
    if (about.isEmpty()
        && deliveryReceipt.status() == InboundEvent.DeliveryReceipt.Status.DELIVERED) {
      proofs.keepStray(deliveryReceipt);
    }
    about.ifPresent(act -> take(deliveryReceipt, act.id()));
    return about.map(Publication::id).map(this::find).filter(act -> fits(deliveryReceipt, act));
  }

  private void take(InboundEvent.DeliveryReceipt deliveryReceipt, UUID id) {
    if (deliveryReceipt.status() == InboundEvent.DeliveryReceipt.Status.FAILED) {
      proofs.failed(id, deliveryReceipt.externalId(), deliveryReceipt.reason());
    } else {
      proofs.proven(id, deliveryReceipt.externalId());
    }
  }

  /** What came late, after the platform had given up, is no news. */
  private static boolean fits(InboundEvent.DeliveryReceipt deliveryReceipt, Publication act) {
    return act.state() != State.REFUSED
        || deliveryReceipt.status() == InboundEvent.DeliveryReceipt.Status.FAILED;
  }

  /** Whether that message on the platform is known to be another act's. */
  public boolean isAnothers(Publication publication, String externalId) {
    return proofs
        .findSent(publication.reply().account(), externalId)
        .filter(other -> !other.id().equals(publication.id()))
        .isPresent();
  }

  private Optional<Publication> about(InboundEvent.DeliveryReceipt deliveryReceipt) {
    return ofKey(deliveryReceipt.key())
        .or(() -> proofs.findSent(deliveryReceipt.account(), deliveryReceipt.externalId()))
        .or(
            () ->
                deliveryReceipt.status() == InboundEvent.DeliveryReceipt.Status.DELIVERED
                    ? proofs.unknownTo(
                        deliveryReceipt.account(), deliveryReceipt.personId(), deliveryReceipt.at())
                    : Optional.empty());
  }

  private Optional<Publication> ofKey(String key) {
    try {
      return Optional.ofNullable(key)
          .map(UUID::fromString)
          .flatMap(ledger::find)
          .filter(Publications::isReply);
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  /** The case's latest reply, when the platform took it and then did not deliver it. */
  public Optional<Publication> failedAfterAll(String caseId) {
    return ledger.list(null, caseId, 100).stream()
        .filter(Publications::isReply)
        .limit(1)
        .filter(last -> last.state() == State.REFUSED && last.externalId() != null)
        .findFirst();
  }

  /**
   * Notes that a reply cannot be sent, without asking the platform.
   *
   * @param why Russian
   */
  public Publication refuse(UUID id, String why) {
    ledger.move(id, List.of(State.NEW, State.HELD), State.REFUSED, why);
    return find(id);
  }

  /**
   * The act.
   *
   * @throws IllegalStateException when there is none
   */
  public Publication find(UUID id) {
    return ledger
        .find(id)
        .orElseThrow(() -> new IllegalStateException("There is no publication " + id));
  }

  /** The reply of that step; empty when it was never asked for. */
  public Optional<Publication> ofStep(String caseId, String step) {
    return ledger.findStep(caseId, step, Publication.Kind.REPLY);
  }

  /**
   * Newest first.
   *
   * @param state null for any
   * @param caseId null for any
   */
  public List<Publication> list(State state, String caseId, int limit) {
    return ledger.list(state, caseId, limit);
  }

  /** When we last deleted that message; empty when we did not. */
  public Optional<Instant> deletedAt(String caseId, String externalId) {
    return ledger.lastDone(caseId, Publication.Kind.DELETE, externalId);
  }

  /**
   * What we last did to that person there, of banning and muting, or may have done: then its state
   * is not SENT; empty for nothing.
   */
  public Optional<Publication> lastOn(Account account, String personId) {
    return ledger.lastOn(account, personId);
  }

  /**
   * Whether we have taken that message away, or somebody by hand when the platform did not let us,
   * and have not brought it back since.
   */
  public boolean isRemovalOurs(Account account, String externalId) {
    return ledger.isRemovalOurs(account, externalId);
  }

  /** Whether that person is being shut out or let in just now, or was since then. */
  public boolean isActing(Account account, String personId, Instant since) {
    return ledger.isActing(account, personId, since);
  }

  /** The acts that wait until their channel works again, the longest untried first. */
  public List<UUID> held(Account account) {
    return ledger.held(account);
  }

  /** How an account's publications stand. */
  public Standing standing(Account account) {
    return ledger.standing(account);
  }

  /**
   * How an account's publications stand.
   *
   * @param lastPublishedAt null before the first
   * @param waiting how many are neither sent nor given up
   * @param held how many of them wait until the channel works again
   */
  public record Standing(Instant lastPublishedAt, int waiting, int held) {}

  private Publication settle(Publication open, String externalId) {
    proofs.proven(open.id(), externalId);
    return find(open.id());
  }

  private void call(Publication publication, long fence, boolean trial) {
    UUID id = publication.id();
    Account account = publication.reply().account();
    try {
      String externalId = perform(publication);
      if (!ledger.finish(id, fence, State.SENT, externalId, null, null)) {
        proofs.proven(id, externalId);
      }
      settleTrial(trial, account, true);
    } catch (CallFailure.Busy busy) {
      Instant again = clock.instant().plus(busy.retryAfter());
      ledger.finish(id, fence, State.NEW, null, again, busy.getMessage());
      settleTrial(trial, account, false);
    } catch (CallFailure.Refused refused) {
      ledger.finish(id, fence, State.REFUSED, null, null, refused.getMessage());
      settleTrial(trial, account, true);
    } catch (CallFailure.LockedOut lockedOut) {
      ledger.finish(id, fence, State.HELD, null, null, lockedOut.getMessage());
    } catch (CallFailure.Unsure unsure) {
      ledger.unsure(id);
      ledger.finish(id, fence, afterSilence(publication), null, null, unsure.getMessage());
      settleTrial(trial, account, false);
    } catch (RuntimeException bug) {
      ledger.unsure(id);
      State after = isReply(publication) ? State.UNKNOWN : State.NEW;
      ledger.finish(id, fence, after, null, null, bug.toString());
      settleTrial(trial, account, false);
      throw bug;
    }
  }

  private String perform(Publication publication) throws CallFailure {
    Channel channel = channels.of(publication.reply().account());
    if (isReply(publication)) {
      return channel.reply(ledger.whole(publication));
    }
    channel.moderate(publication.act());
    return null;
  }

  /** An act of moderation may be done again, for twice is the same as once; a reply may not. */
  private static State afterSilence(Publication publication) {
    if (isReply(publication)) {
      return State.UNKNOWN;
    }
    return publication.attempt() < MOST_BLIND_ATTEMPTS ? State.NEW : State.REFUSED;
  }

  private static boolean isReply(Publication publication) {
    return publication.kind() == Publication.Kind.REPLY;
  }

  private void settleTrial(boolean trial, Account account, boolean proven) {
    if (trial && proven) {
      gate.proven(account);
    } else if (trial) {
      gate.unproven(account);
    }
  }
}
