package org.communitydesk.sanction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder: which step an offence takes, and how each step stands. Every change locks the person,
 * so that two nodes never take one rung twice. An id that nobody gave out throws an {@link
 * IllegalStateException}. Instants are UTC, {@code who} is a user of the desk.
 */
@Component
@Transactional
public class Ladder {

  private final Steps steps;
  private final SanctionLifecycle sanctionLifecycle;
  private final Persons persons;
  private final Offences offences;
  private final Sanctions sanctions;
  private final AccountLinks accountLinks;
  private final HashChainLedger hashChainLedger;
  private final OwnAccounts own;

  Ladder(
      Steps steps,
      SanctionLifecycle sanctionLifecycle,
      Persons persons,
      Offences offences,
      Sanctions sanctions,
      AccountLinks accountLinks,
      HashChainLedger hashChainLedger,
      OwnAccounts own) {
    this.steps = steps;
    this.sanctionLifecycle = sanctionLifecycle;
    this.persons = persons;
    this.offences = offences;
    this.sanctions = sanctions;
    this.accountLinks = accountLinks;
    this.hashChainLedger = hashChainLedger;
    this.own = own;
  }

  /**
   * Records an offence. The same step of a case, or a standing offence by the same message, is
   * returned as it is.
   *
   * @throws IllegalArgumentException when the offender is the brand itself
   */
  public Offence record(Report report) {
    return steps.record(report);
  }

  /** Whether that is an account of the brand itself, of which no offence is recorded. */
  @Transactional(readOnly = true)
  public boolean isOwn(Offender offender) {
    return own.isOwn(offender);
  }

  /** The rung, 1 to 4, on which an offence written then would stand; changes nothing. */
  @Transactional(readOnly = true)
  public int rungFor(Offender offender, Instant writtenAt) {
    return LadderPosition.rung(steps.preview(offender, writtenAt).level());
  }

  /** Whether an offence written then would take a step of its own; changes nothing. */
  @Transactional(readOnly = true)
  public boolean climbs(Offender offender, Instant writtenAt) {
    return steps.preview(offender, writtenAt).on().isEmpty();
  }

  /**
   * The sanction of an offence, proposed unless it has one or another holds its rung. One in place
   * of a superseded sanction keeps that one's {@code from}. The rung may have fallen since the
   * offence was recorded: compare {@link #offence} with what the decision was made for.
   *
   * @throws IllegalStateException when the offence was withdrawn before
   */
  public Sanction propose(long offenceId, Decision decision) {
    return steps.propose(offenceId, decision);
  }

  /**
   * As {@link #propose}, for whoever lets the measure begin: nobody else gets it.
   *
   * @return empty when the offence had a sanction before, or joined one that holds its rung
   */
  public Optional<Sanction> open(long offenceId, Decision decision) {
    return steps.open(offenceId, decision);
  }

  /** The sanction. */
  @Transactional(readOnly = true)
  public Sanction find(String sanctionId) {
    return sanctions.of(sanctionId).sanction();
  }

  /** The sanction, which nobody else changes until the transaction ends. */
  public Sanction hold(String sanctionId) {
    return sanctionLifecycle.locked(sanctionId).sanction();
  }

  /** The sanction on which an offence stands; empty before one is proposed. */
  @Transactional(readOnly = true)
  public Optional<Sanction> ofOffence(long id) {
    return Optional.ofNullable(offence(id).sanctionId()).map(this::find);
  }

  /** The offence. */
  @Transactional(readOnly = true)
  public Offence offence(long id) {
    return offences.of(id).offence();
  }

  /** All offences of that person there, newest first, withdrawn ones too. */
  @Transactional(readOnly = true)
  public List<Offence> offences(Offender offender) {
    return persons.id(offender).map(offences::ofOffender).orElse(List.of()).stream()
        .map(Offences.Row::offence)
        .toList();
  }

  /** All sanctions of that person there, newest first, revoked ones too. */
  @Transactional(readOnly = true)
  public List<Sanction> of(Offender offender) {
    return persons.id(offender).map(sanctions::ofOffender).orElse(List.of()).stream()
        .map(Sanctions.Row::sanction)
        .toList();
  }

  /**
   * The measure is in force. Another term than before makes another version; an ended or revoked
   * sanction stays as it is.
   *
   * @param until null for ever
   * @throws IllegalArgumentException when nobody enforces it or the term ends before it begins
   */
  public Sanction apply(String sanctionId, EnforcedBy by, Instant from, Instant until) {
    return sanctionLifecycle.apply(sanctionId, by, from, until);
  }

  /** The measure is over and lifted; a revoked sanction stays revoked. */
  public Sanction end(String sanctionId) {
    return sanctionLifecycle.end(sanctionId, null, "");
  }

  /**
   * The notice reached the person: what they write later climbs. The first time counts.
   *
   * @param noticeExternalId null when nobody knows it
   */
  public void told(String sanctionId, String noticeExternalId, Instant at) {
    sanctionLifecycle.told(sanctionId, noticeExternalId, at);
  }

  /** The sanction whose notice is that message; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Sanction> byNotice(Account account, String externalId) {
    return sanctions.byNotice(account, externalId).map(Sanctions.Row::sanction);
  }

  /**
   * What else keeps the person of that measure out, as the ladder says. While something waits,
   * nobody knows what the platform should say in the end: ask again.
   */
  @Transactional(readOnly = true)
  public Others others(String sanctionId) {
    return sanctionLifecycle.others(sanctionId);
  }

  /** The ban or mute in force now, the longest when there are several; empty when none is. */
  @Transactional(readOnly = true)
  public Optional<Sanction> running(Offender offender) {
    return persons.id(offender).flatMap(sanctionLifecycle::running).map(Sanctions.Row::sanction);
  }

  /**
   * The measure that a person who objects without naming one means: what keeps them out now, else
   * the latest that can still be disputed; empty when none can.
   */
  @Transactional(readOnly = true)
  public Optional<Sanction> disputable(Offender offender) {
    return running(offender)
        .filter(one -> !one.isFromOutside())
        .or(
            () ->
                persons
                    .id(offender)
                    .flatMap(sanctionLifecycle::disputable)
                    .map(Sanctions.Row::sanction));
  }

  /**
   * An offence counts no more. The caller tells the processes of what is returned.
   *
   * @param why null or empty when nobody said it
   */
  public Recount withdraw(long offenceId, String who, String why) {
    return steps.withdraw(offenceId, who, why);
  }

  /**
   * A sanction and all its offences count no more. Its process, and those of superseded ones, hear
   * of it through {@link SanctionProcess}; again changes nothing and tells nobody.
   *
   * @param why null or empty when nobody said it
   */
  public Sanction revoke(String sanctionId, String who, String why) {
    return steps.revoke(sanctionId, who, why);
  }

  /**
   * Somebody does not agree with a sanction.
   *
   * @param text their words; null or empty for none
   */
  public void disputed(String sanctionId, String who, String text) {
    sanctionLifecycle.disputed(sanctionId, who, text);
  }

  /** What the person said against a sanction since it was last judged, oldest first. */
  @Transactional(readOnly = true)
  public List<String> disputeWords(String sanctionId) {
    return sanctionLifecycle.disputeWords(sanctionId);
  }

  /** Everybody who proposed, confirmed or judged it, or one that it follows; never null. */
  @Transactional(readOnly = true)
  public List<String> decidersOf(String sanctionId) {
    return sanctionLifecycle.deciders(sanctionId);
  }

  /** A dispute was judged and the sanction stays. */
  public void upheld(String sanctionId, String who) {
    sanctionLifecycle.upheld(sanctionId, who);
  }

  /**
   * Somebody says that two are the same person; again changes nothing.
   *
   * @throws IllegalArgumentException without {@code who}, or for one and the same
   */
  public void link(Offender a, Offender b, String who) {
    accountLinks.link(a, b, who);
  }

  /** Takes {@link #link} back; without one nothing changes. */
  public void unlink(Offender a, Offender b, String who) {
    accountLinks.unlink(a, b, who);
  }

  /** Everybody who is said to be the same person, also by way of others; never null. */
  @Transactional(readOnly = true)
  public List<Offender> linked(Offender offender) {
    return persons.id(offender).map(persons::linked).orElse(List.of());
  }

  /**
   * Erases a person: names, evidence, messages and links at once, the id as soon as no ban needs it
   * to be lifted. Steps and ledger stay, under a pseudonym.
   */
  public void forget(Platform platform, String authorId) {
    accountLinks.forget(platform, authorId);
  }

  /** Whether nobody has changed or removed a row of the ledger, or evidence that is still kept. */
  @Transactional(readOnly = true)
  public boolean chainIsWhole() {
    return hashChainLedger.isWhole();
  }

  /** What happened to that person there, oldest first; never null. */
  @Transactional(readOnly = true)
  public List<LedgerRow> history(Offender offender) {
    return persons.id(offender).map(hashChainLedger::ofOffender).orElse(List.of());
  }

  /**
   * What keeps a person out besides one measure.
   *
   * @param waiting whether a measure is decided, its term not over, and not in force yet
   * @param longest of those in force on the platform the one that ends last; null when none is
   */
  public record Others(boolean waiting, Sanction longest) {}

  /**
   * What a withdrawal changed.
   *
   * @param revoked the sanctions that count no more
   * @param toDecideAgain standing offences of superseded ones, with their new rung
   */
  public record Recount(List<Sanction> revoked, List<Offence> toDecideAgain) {}
}
