package org.communitydesk.sanction;

import static org.communitydesk.sanction.BanDiscrepancy.State.ADOPTED;
import static org.communitydesk.sanction.BanDiscrepancy.State.GONE;
import static org.communitydesk.sanction.BanDiscrepancy.State.IGNORED;
import static org.communitydesk.sanction.BanDiscrepancy.State.OPEN;
import static org.communitydesk.sanction.BanDiscrepancy.State.RESTORING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bans that were set or lifted past the desk. Who reads the platforms and who asks a supervisor is
 * not here. An id that nobody gave out throws an {@link IllegalStateException}.
 */
@Component
@Transactional
public class BanDiscrepancies {

  private static final List<BanDiscrepancy.State> STANDING = List.of(OPEN, RESTORING, IGNORED);

  private final BanDiscrepancyRows rows;
  private final ActiveBans activeBans;
  private final Persons persons;
  private final SanctionLifecycle sanctionLifecycle;

  BanDiscrepancies(
      BanDiscrepancyRows rows,
      ActiveBans activeBans,
      Persons persons,
      SanctionLifecycle sanctionLifecycle) {
    this.rows = rows;
    this.activeBans = activeBans;
    this.persons = persons;
    this.sanctionLifecycle = sanctionLifecycle;
  }

  /**
   * Compares what a platform says of some people with the ladder; changes nothing.
   *
   * @param standing the bans of those people that stand there
   * @param people of whom the platform has said whether they are banned
   */
  @Transactional(readOnly = true)
  public Comparison compare(
      Account account, Collection<StandingBan> standing, Collection<String> people) {
    Map<String, ActiveBans.Hold> held = activeBans.of(account, people);
    Map<String, StandingBan> banned =
        standing.stream().collect(Collectors.toMap(StandingBan::personId, ban -> ban, (a, b) -> b));
    List<Difference> differences = new ArrayList<>();
    Set<String> open = new HashSet<>();
    held.forEach(
        (person, hold) -> {
          if (hold.settling()) {
            open.add(person);
          } else if (!banned.containsKey(person)) {
            differences.add(
                new Difference(
                    person,
                    hold.authorName(),
                    BanDiscrepancy.Kind.LIFTED,
                    hold.sanctionId(),
                    null,
                    null,
                    false));
          }
        });
    banned.values().stream()
        .filter(ban -> !held.containsKey(ban.personId()))
        .map(
            ban ->
                new Difference(
                    ban.personId(),
                    ban.personName(),
                    BanDiscrepancy.Kind.BANNED,
                    null,
                    ban.since(),
                    ban.until(),
                    ban.mute()))
        .forEach(differences::add);
    return new Comparison(differences, open);
  }

  /**
   * What a comparison has shown.
   *
   * @param undecided people of whom either answer is right just now
   */
  public record Comparison(List<Difference> differences, Set<String> undecided) {}

  /**
   * Keeps new drifts of those people, unless one of that person stands already, and ends what came
   * from outside and is over there: nobody else does.
   */
  public void keep(Account account, Collection<Difference> fresh, Collection<String> people) {
    Map<Offender, Long> entered =
        persons.enter(fresh.stream().map(one -> new Offender(account, one.personId())).toList());
    Map<String, Long> over = activeBans.over(account, people);
    persons.lock(
        Stream.concat(entered.values().stream(), over.values().stream())
            .collect(Collectors.toSet()));
    for (Difference difference : fresh) {
      long person = entered.get(new Offender(account, difference.personId()));
      persons.name(person, difference.personName());
      rows.insert(person, difference);
    }
    over.keySet().forEach(id -> sanctionLifecycle.end(id, null, "over-on-platform"));
  }

  /** What stands of those people, ignored ones too. */
  @Transactional(readOnly = true)
  public List<BanDiscrepancy> standing(Account account, Collection<String> people) {
    return rows.standing(account, people);
  }

  /** The oldest open ones that nobody was asked about; they count as asked from now on. */
  public List<BanDiscrepancy> ask(int mostAtOnce) {
    return rows.ask(mostAtOnce);
  }

  /** The drift. */
  @Transactional(readOnly = true)
  public BanDiscrepancy find(String id) {
    return rows.find(id).orElseThrow(() -> new IllegalStateException("There is no drift " + id));
  }

  /** Whether the ladder still says what the platform contradicts. */
  @Transactional(readOnly = true)
  public boolean stands(String id) {
    BanDiscrepancy banDiscrepancy = find(id);
    String person = banDiscrepancy.offender().authorId();
    ActiveBans.Hold hold =
        activeBans.of(banDiscrepancy.offender().account(), List.of(person)).get(person);
    return banDiscrepancy.kind() == BanDiscrepancy.Kind.BANNED
        ? hold == null
        : hold != null && !hold.settling() && hold.sanctionId().equals(banDiscrepancy.sanctionId());
  }

  /** Moves it, unless it stands no more; returns whether it did. */
  public boolean move(String id, BanDiscrepancy.State to, String who) {
    return rows.move(find(id), STANDING, to, who);
  }

  /** It vanished by itself; one that is being restored waits for its own end. */
  public boolean gone(String id) {
    return rows.move(find(id), List.of(OPEN, IGNORED), GONE, null);
  }

  /**
   * The ladder takes over what the platform says: the lifted measure ends, or the ban becomes a
   * measure that takes no step.
   *
   * @param caseId a case of the person; null when there is none
   * @return the measure as it stands now; empty when the drift stands no more
   */
  public Optional<Sanction> adopt(String id, String who, String caseId) {
    rows.lock(id);
    BanDiscrepancy banDiscrepancy = find(id);
    long person = persons.enter(banDiscrepancy.offender());
    persons.lock(person);
    if (!stands(id)) {
      rows.move(banDiscrepancy, STANDING, GONE, who);
      return Optional.empty();
    }
    if (!rows.move(banDiscrepancy, STANDING, ADOPTED, who)) {
      return Optional.empty();
    }
    Sanction sanction =
        banDiscrepancy.kind() == BanDiscrepancy.Kind.LIFTED
            ? sanctionLifecycle.end(banDiscrepancy.sanctionId(), who, "lifted-on-platform")
            : sanctionLifecycle.adopt(person, banDiscrepancy, who, caseId);
    rows.measured(banDiscrepancy, sanction.id());
    return Optional.of(sanction);
  }

  /**
   * Everybody of whom the platform should be asked, some at a time in the order of their ids.
   *
   * @param after whoever was last; null from the first
   */
  @Transactional(readOnly = true)
  public List<String> people(Account account, String after, int most) {
    return activeBans.people(account, after, most);
  }

  /** Something was heard of a ban; returns whether nobody is about to look at that person. */
  public boolean hear(Account account, String personId, Instant at) {
    return rows.hear(account, personId, at);
  }

  /** The first of whom something was heard and the platform was not asked about since. */
  @Transactional(readOnly = true)
  public List<String> heard(Account account, int most) {
    return rows.heard(account, most);
  }

  /** The platform was asked about that person then, and has said nothing. */
  public void passed(Account account, String personId, Instant at) {
    rows.passed(account, personId, at);
  }

  /** What was heard of that person until then is dealt with. */
  public void looked(Account account, String personId, Instant until) {
    rows.looked(account, personId, until);
  }

  /** What was heard until then is dealt with, of whomever. */
  public void lookedAtAll(Account account, Instant until) {
    rows.lookedAtAll(account, until);
  }

  /**
   * An account was read, or could not be.
   *
   * @param failure Russian; null when all was read
   */
  public void read(Account account, String failure) {
    rows.read(account, failure);
  }

  /** How each account was last read. */
  @Transactional(readOnly = true)
  public List<Reading> readings() {
    return rows.readings();
  }

  /**
   * Drifts, newest first.
   *
   * @param platform null for any
   * @param authorId null for any
   * @param all settled ones too
   */
  @Transactional(readOnly = true)
  public List<BanDiscrepancy> search(Platform platform, String authorId, boolean all, int limit) {
    return rows.search(platform == null ? null : platform.id(), authorId, all, limit);
  }
}
