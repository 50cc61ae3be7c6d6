package org.communitydesk.channel;

import java.util.List;
import java.util.Optional;
import org.communitydesk.http.CallFailure;

/** A channel that can be asked whom the platform keeps out. */
public interface BanList extends Channel {

  /**
   * One part of the platform's blacklist.
   *
   * @param cursor what the previous part named as next; null for the first
   * @throws CallFailure when the platform cannot be asked now; {@link CallFailure.Refused} without
   *     {@link Capability#LIST_BANS}
   */
  default Part bans(String cursor) throws CallFailure {
    throw new CallFailure.Refused(account().platform().title() + " не показывает чёрный список");
  }

  /**
   * Whether the platform keeps that person out now.
   *
   * @throws CallFailure when the platform cannot be asked now; {@link CallFailure.Refused} without
   *     {@link Capability#READ_BAN}
   */
  default Optional<StandingBan> ban(String personId) throws CallFailure {
    throw new CallFailure.Refused(
        account().platform().title() + " не говорит, заблокирован ли человек");
  }

  /**
   * Some entries of the blacklist.
   *
   * @param next where the list goes on; null at its end
   * @param total how many entries the whole list has; null when the platform does not tell it
   */
  record Part(List<StandingBan> bans, String next, Integer total) {}
}
