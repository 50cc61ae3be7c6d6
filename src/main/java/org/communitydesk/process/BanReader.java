package org.communitydesk.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.channel.TellsBans;
import org.communitydesk.wire.CallFailure;
import org.springframework.stereotype.Component;

/** Reads whom a platform keeps out, as a whole or not at all. */
@Component
class BanReader {

  /** More parts than any platform's list has; whoever never ends is not believed. */
  private static final int MOST_PARTS = 1_000;

  /**
   * What was read.
   *
   * @param isList it is the whole blacklist, so that whoever is missing is free
   * @param whole everybody was looked at who had to be
   * @param people who was asked about one by one; empty for a list
   */
  record Reading(Collection<StandingBan> bans, boolean isList, boolean whole, Set<String> people) {}

  static boolean canRead(Channel channel) {
    return channel instanceof TellsBans
        && (channel.capabilities().can(Capability.LIST_BANS) || canAskAboutOne(channel));
  }

  static boolean canAskAboutOne(Channel channel) {
    return channel instanceof TellsBans && channel.capabilities().can(Capability.READ_BAN);
  }

  Reading all(TellsBans channel, Collection<String> people) throws CallFailure {
    return channel.capabilities().can(Capability.LIST_BANS)
        ? list(channel)
        : asked(channel, people, true);
  }

  Reading these(TellsBans channel, Collection<String> people) throws CallFailure {
    return asked(channel, people, false);
  }

  /** Whether the platform says of that one person what its list has said. */
  boolean confirms(TellsBans channel, String person, boolean banned) {
    try {
      return channel.ban(person).isPresent() == banned;
    } catch (CallFailure unknown) {
      return false;
    }
  }

  private static Reading list(TellsBans channel) throws CallFailure {
    Map<String, StandingBan> bans = new HashMap<>();
    String cursor = null;
    Integer total = null;
    for (int part = 0; part < MOST_PARTS; part++) {
      TellsBans.Part read = channel.bans(cursor);
      if (total != null && !total.equals(read.total())) {
        throw changed(channel);
      }
      total = read.total();
      read.bans().forEach(ban -> bans.put(ban.personId(), ban));
      cursor = read.next();
      if (cursor == null) {
        if (total != null && total != bans.size()) {
          throw changed(channel);
        }
        return new Reading(bans.values(), true, true, Set.of());
      }
    }
    throw changed(channel);
  }

  private static CallFailure changed(TellsBans channel) {
    return new CallFailure.Busy(
        channel.account().platform().title() + ": чёрный список изменился, пока его читали",
        Duration.ofMinutes(5));
  }

  /** Of whom the platform says nothing nothing is concluded; a busy platform ends it all. */
  private static Reading asked(TellsBans channel, Collection<String> people, boolean whole)
      throws CallFailure {
    List<StandingBan> bans = new ArrayList<>();
    Set<String> known =
        people.stream()
            .filter(person -> isAnswered(channel, person, bans))
            .collect(Collectors.toSet());
    return new Reading(bans, false, whole, known);
  }

  private static boolean isAnswered(TellsBans channel, String person, List<StandingBan> bans) {
    try {
      channel.ban(person).ifPresent(bans::add);
      return true;
    } catch (CallFailure.Refused aboutThisOne) {
      return false;
    }
  }
}
