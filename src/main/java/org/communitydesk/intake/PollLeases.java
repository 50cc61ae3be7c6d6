package org.communitydesk.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.communitydesk.conversation.Account;
import org.communitydesk.intake.Cursors.Lease;
import org.communitydesk.intake.Cursors.LeaseState;

/**
 * The accounts that this node polls. A node that dies stops the heartbeat; the others measure with
 * a stopwatch how long they have not seen it change, so that no time of day, which may differ
 * between nodes or be moved, decides who polls.
 */
final class PollLeases {

  static final Duration LEASE = Duration.ofSeconds(30);

  private final Cursors cursors;
  private final LongSupplier stopwatch;
  private final String node = UUID.randomUUID().toString();
  private final Map<Account, Lease> holds = new ConcurrentHashMap<>();
  private final Map<Account, Sighting> sightings = new ConcurrentHashMap<>();

  /**
   * @param stopwatch nanoseconds since whenever
   */
  PollLeases(Cursors cursors, LongSupplier stopwatch) {
    this.cursors = cursors;
    this.stopwatch = stopwatch;
  }

  /** This node's hold; taken now when nobody else has it or its holder is dead. */
  Optional<Lease> hold(Account account) {
    Lease held = holds.get(account);
    if (held == null) {
      take(account).ifPresent(lease -> holds.put(account, lease));
    }
    return Optional.ofNullable(holds.get(account));
  }

  void moved(Lease lease, String cursor) {
    holds.replace(lease.account(), lease, new Lease(lease.account(), lease.fence(), cursor));
  }

  void lost(Lease lease) {
    holds.computeIfPresent(
        lease.account(), (account, held) -> held.fence() == lease.fence() ? null : held);
  }

  /** Shows the other nodes that this one lives. */
  void beat() {
    for (Lease lease : held()) {
      if (!cursors.beat(lease)) {
        lost(lease);
      }
    }
  }

  void leave() {
    held().forEach(this::leave);
  }

  /** Lets another node poll that account. */
  void leave(Account account) {
    Lease held = holds.get(account);
    if (held != null) {
      leave(held);
    }
  }

  private void leave(Lease lease) {
    lost(lease);
    cursors.leave(lease);
  }

  private Collection<Lease> held() {
    return holds.values();
  }

  private Optional<Lease> take(Account account) {
    LeaseState leaseState = cursors.look(account);
    Sighting first =
        sightings.merge(
            account,
            new Sighting(leaseState, stopwatch.getAsLong()),
            (old, now) -> old.seat.equals(now.seat) ? old : now);
    boolean dead = stopwatch.getAsLong() - first.at >= LEASE.toNanos();
    return leaseState.holder() == null || dead
        ? cursors.take(account, leaseState, node)
        : Optional.empty();
  }

  private record Sighting(LeaseState seat, long at) {}
}
