package org.communitydesk.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.communitydesk.conversation.Account;
import org.communitydesk.intake.Cursors.Hold;
import org.communitydesk.intake.Cursors.Seat;

/**
 * The accounts that this node polls. A node that dies stops the pulse; the others measure with a
 * stopwatch how long they have not seen it change, so that no time of day, which may differ between
 * nodes or be moved, decides who polls.
 */
final class Seats {

  static final Duration LEASE = Duration.ofSeconds(30);

  private final Cursors cursors;
  private final LongSupplier stopwatch;
  private final String node = UUID.randomUUID().toString();
  private final Map<Account, Hold> holds = new ConcurrentHashMap<>();
  private final Map<Account, Sighting> sightings = new ConcurrentHashMap<>();

  /**
   * @param stopwatch nanoseconds since whenever
   */
  Seats(Cursors cursors, LongSupplier stopwatch) {
    this.cursors = cursors;
    this.stopwatch = stopwatch;
  }

  /** This node's hold; taken now when nobody else has it or its holder is dead. */
  Optional<Hold> hold(Account account) {
    Hold held = holds.get(account);
    if (held == null) {
      take(account).ifPresent(hold -> holds.put(account, hold));
    }
    return Optional.ofNullable(holds.get(account));
  }

  void moved(Hold hold, String cursor) {
    holds.replace(hold.account(), hold, new Hold(hold.account(), hold.fence(), cursor));
  }

  void lost(Hold hold) {
    holds.computeIfPresent(
        hold.account(), (account, held) -> held.fence() == hold.fence() ? null : held);
  }

  /** Shows the other nodes that this one lives. */
  void beat() {
    for (Hold hold : held()) {
      if (!cursors.beat(hold)) {
        lost(hold);
      }
    }
  }

  void leave() {
    held().forEach(this::leave);
  }

  /** Lets another node poll that account. */
  void leave(Account account) {
    Hold held = holds.get(account);
    if (held != null) {
      leave(held);
    }
  }

  private void leave(Hold hold) {
    lost(hold);
    cursors.leave(hold);
  }

  private Collection<Hold> held() {
    return holds.values();
  }

  private Optional<Hold> take(Account account) {
    Seat seat = cursors.look(account);
    Sighting first =
        sightings.merge(
            account,
            new Sighting(seat, stopwatch.getAsLong()),
            (old, now) -> old.seat.equals(now.seat) ? old : now);
    boolean dead = stopwatch.getAsLong() - first.at >= LEASE.toNanos();
    return seat.holder() == null || dead ? cursors.take(account, seat, node) : Optional.empty();
  }

  private record Sighting(Seat seat, long at) {}
}
