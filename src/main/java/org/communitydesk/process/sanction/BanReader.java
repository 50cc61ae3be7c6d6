package org.communitydesk.process.sanction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.http.CallFailure;
import org.springframework.stereotype.Component;

/** Asks a platform whom it keeps out, for a part of a comparison: bounded in calls and in time. */
@Component
public class BanReader {

  /** So many people are asked about in one part. */
  static final int MOST_PEOPLE = 100;

  /** So many calls read one part of a list. */
  private static final int MOST_CALLS = 10;

  /** No call is begun later in a part; a job is locked for much longer. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Clock clock;

  public BanReader(Clock clock) {
    this.clock = clock;
  }

  /**
   * A part of a list.
   *
   * @param next where it goes on; null at its end
   * @param changed the list became longer or shorter meanwhile
   */
  record Pages(List<StandingBan> bans, String next, Integer total, boolean changed) {}

  /**
   * What the platform has said of people one by one.
   *
   * @param known of whom it said anything
   * @param passed of whom it said nothing
   * @param failure why nobody was asked about after them; null when nothing stood in the way
   */
  record Asked(
      List<StandingBan> bans, List<String> known, List<String> passed, CallFailure failure) {}

  static boolean canRead(Channel channel) {
    return canList(channel) || canAskAboutOne(channel);
  }

  static boolean canList(Channel channel) {
    return channel.as(BanList.class).isPresent()
        && channel.capabilities().can(Capability.LIST_BANS);
  }

  static boolean canAskAboutOne(Channel channel) {
    return channel.as(BanList.class).isPresent() && channel.capabilities().can(Capability.READ_BAN);
  }

  /** Reads on from there; {@code total} is what the platform has said before, null at first. */
  Pages list(BanList channel, String from, Integer total) throws CallFailure {
    Instant late = clock.instant().plus(LONGEST);
    List<StandingBan> bans = new ArrayList<>();
    String next = from;
    Integer known = total;
    for (int call = 0; call < MOST_CALLS && clock.instant().isBefore(late); call++) {
      BanList.Part read = channel.bans(next);
      if (next != null && known != null && !known.equals(read.total())) {
        return new Pages(bans, null, known, true);
      }
      known = read.total();
      bans.addAll(read.bans());
      next = read.next();
      if (next == null) {
        break;
      }
    }
    return new Pages(bans, next, known, false);
  }

  /** Asks about those people in their order, as far as it goes. */
  Asked about(BanList channel, Collection<String> people) {
    Instant late = clock.instant().plus(LONGEST);
    Asked asked = new Asked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), null);
    for (String person : people) {
      if (clock.instant().isAfter(late)) {
        break;
      }
      try {
        channel.ban(person).ifPresent(asked.bans()::add);
        asked.known().add(person);
      } catch (CallFailure.Refused aboutThisOne) {
        asked.passed().add(person);
      } catch (CallFailure notNow) {
        return new Asked(asked.bans(), asked.known(), asked.passed(), notNow);
      }
    }
    return asked;
  }

  /** Whether the platform says of that one person what its list has said. */
  boolean confirms(BanList channel, String person, boolean banned) {
    try {
      return channel.ban(person).isPresent() == banned;
    } catch (CallFailure unknown) {
      return false;
    }
  }
}
