package org.communitydesk.intake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Account;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the room has kept and not worked yet, for tests that begin with nothing. */
record Backlog(JdbcClient jdbc, Poller poller, Channels channels, Clock clock) {

  boolean pending() {
    String off =
        channels.all().stream()
            .map(Channel::account)
            .filter(account -> !channels.isOn(account))
            .map(Account::toString)
            .collect(Collectors.joining(","));
    return jdbc.sql(
            """
            select exists (select 1 from inbox
              where state = 'WAITING' and (not_before is null or not_before <= :now)
                and platform || '/' || account <> all (string_to_array(:off, ',')))
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("off", off)
        .query(Boolean.class)
        .single();
  }

  void clear() {
    // What a poll has fetched already must not come in afterwards.
    poller.stop();
    jdbc.sql("update poll_cursor set cursor = null, holder = null, fence = fence + 1").update();
    jdbc.sql("delete from inbox").update();
    poller.start();
  }
}
