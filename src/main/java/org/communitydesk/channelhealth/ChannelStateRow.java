package org.communitydesk.channelhealth;

import java.time.Instant;
import org.communitydesk.channel.CallListener.Call;
import org.communitydesk.conversation.Account;

/** What is known of a channel; see the table {@code channel_state}. */
record ChannelStateRow(
    Account account,
    HealthStatus state,
    String reason,
    Instant since,
    Call lockedBy,
    String lockReason,
    boolean trial,
    boolean suspected,
    boolean outage,
    Instant checkedAt,
    Instant nextCheck,
    String name,
    String note,
    Instant tokenExpiresAt,
    Boolean hookSubscribed,
    Instant busyUntil,
    String busyReason,
    Instant polledAt,
    String gap,
    Instant gapAt,
    String stuckReason) {

  boolean isLocked() {
    return lockedBy != null;
  }
}
