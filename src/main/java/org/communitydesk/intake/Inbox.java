package org.communitydesk.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Event;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.AdvisoryLock;
import org.communitydesk.privacy.CardNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the inbox; every method joins the caller's transaction. */
@Component
class Inbox {

  private final JdbcClient jdbc;
  private final PartitionKeys partitionKeys;
  private final Channels channels;
  private final Clock clock;

  Inbox(JdbcClient jdbc, PartitionKeys partitionKeys, Channels channels, Clock clock) {
    this.channels = channels;
    this.jdbc = jdbc;
    this.partitionKeys = partitionKeys;
    this.clock = clock;
  }

  /** Keeps the events that are not kept yet, and returns how many those are. */
  int keep(Channel channel, List<Event> events, String headers) {
    if (events.size() > 1 || events.stream().anyMatch(Event::isState)) {
      letNoOtherBatchOverlap(channel.account());
    }
    int kept = 0;
    for (Event event : events) {
      byte[] body = CardNumbers.maskJson(event.body());
      Understanding understanding = Understanding.of(channel, body);
      String key = event.key().isEmpty() ? DigestUtils.sha256Hex(event.body()) : event.key();
      String id = understanding.externalId();
      String shown = event.isState() && id != null ? stateKey(channel.account(), key, id) : key;
      kept +=
          insert(
              channel.account(),
              shown,
              headers,
              body,
              State.WAITING,
              null,
              partitionKeys.of(channel.account(), understanding, key),
              id == null ? null : PostgresText.indexable(id));
    }
    return kept;
  }

  /** The key of the newest row, while the message is as it was then; else one that is free. */
  private String stateKey(Account account, String key, String externalId) {
    return jdbc.sql(
            """
            select case when newest.event_key is null or split_part(newest.event_key, '~', 1) = :key
              then coalesce(newest.event_key, :key) else :key || '~' || seen.times end
            from (select count(*) as times from inbox where platform = :platform
                and account = :account and external_id = :id) seen
              left join lateral (select event_key from inbox where platform = :platform
                and account = :account and external_id = :id order by id desc limit 1) newest on true
            """)
        .param("key", key)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("id", PostgresText.indexable(externalId))
        .query(String.class)
        .single();
  }

  // two batches with the same events in another order would wait for each other
  private void letNoOtherBatchOverlap(Account account) {
    AdvisoryLock.take(jdbc, "inbox-batch", account.toString());
  }

  /** Keeps what nobody needs to work: a handshake, an empty batch, an unreadable body. */
  void keepSettled(
      Account account, String key, String headers, byte[] body, State state, String reason) {
    insert(account, key, headers, CardNumbers.maskJson(body), state, reason, key, null);
  }

  private int insert(
      Account account,
      String key,
      String headers,
      byte[] body,
      State state,
      String reason,
      String lane,
      String externalId) {
    return jdbc.sql(
            """
            insert into inbox (platform, account, event_key, headers, body, state, reason, lane,
                               external_id, received_at)
            values (:platform, :account, :key, :headers, :body, :state, :reason, :lane,
                    :externalId, :now)
            on conflict (platform, account, event_key) do nothing
            """)
        .param("platform", account.platform().id())
        .param("account", account.name())
        .param("key", PostgresText.indexable(key))
        .param("headers", CardNumbers.mask(headers))
        .param("body", body)
        .param("state", state.name())
        .param("reason", PostgresText.shortened(reason, 1000))
        .param("lane", PostgresText.indexable(lane))
        .param("externalId", externalId)
        .param("now", now())
        .update();
  }

  /**
   * The lanes whose oldest waiting row is due, oldest first; what an account has brought that is
   * switched off waits until it is switched on.
   */
  List<String> dueLanes(int most) {
    return jdbc.sql(
            """
            select lane from inbox head
            where state = 'WAITING' and (not_before is null or not_before <= :now)
              and platform || '/' || account <> all (string_to_array(:off, ','))
              and not exists (select 1 from inbox earlier where earlier.lane = head.lane
                              and earlier.state = 'WAITING' and earlier.id < head.id)
            order by id limit :most
            """)
        .param("now", now())
        .param("off", off())
        .param("most", most)
        .query(String.class)
        .list();
  }

  /**
   * The oldest waiting row of the lane, which nobody else can work until the transaction ends;
   * empty when another worker has the lane or nothing in it is due.
   */
  Optional<Item> take(String lane) {
    if (!AdvisoryLock.tryToTake(jdbc, "inbox-lane", lane)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select id, platform, account, body, attempts, not_before, reason from inbox
            where lane = :lane and state = 'WAITING' order by id limit 1 for update skip locked
            """)
        .param("lane", lane)
        .query(Inbox::item)
        .optional()
        .filter(item -> item.isDue(clock.instant()));
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
    Platform platform = Platform.of(row.getString("platform")).orElseThrow();
    return new Item(
        row.getLong("id"),
        new Account(platform, row.getString("account")),
        row.getBytes("body"),
        row.getInt("attempts"),
        notBefore == null ? null : notBefore.toInstant(),
        row.getString("reason"));
  }

  void settle(Item item, State state, String reason, String externalId) {
    jdbc.sql(
            """
            update inbox set state = :state, reason = :reason, worked_at = :now,
              external_id = coalesce(:externalId, external_id)
            where id = :id
            """)
        .param("state", state.name())
        .param("reason", PostgresText.shortened(reason, 1000))
        .param("externalId", externalId == null ? null : PostgresText.indexable(externalId))
        .param("now", now())
        .param("id", item.id())
        .update();
  }

  /** In how many other lanes something waits that has failed in the same way. */
  int alike(Item item, String kind) {
    return jdbc.sql(
            """
            select count(distinct lane) from inbox
            where state = 'WAITING' and attempts > 0 and split_part(reason, ':', 1) = :kind
              and lane <> (select lane from inbox where id = :id)
            """)
        .param("kind", kind)
        .param("id", item.id())
        .query(Integer.class)
        .single();
  }

  /** Whether a message that came after it was worked in another lane. */
  boolean othersGetThrough(Item item) {
    return jdbc.sql(
            """
            select exists (select 1 from inbox
              where id > :id and state = 'UNDERSTOOD' and lane !~ '^[^/]+/[^/]+/(event|post|removed)/'
                and lane <> (select lane from inbox where id = :id))
            """)
        .param("id", item.id())
        .query(Boolean.class)
        .single();
  }

  /** What has failed in the same way is tried again at once, also what was given up meanwhile. */
  int releaseAlike(String kind) {
    return jdbc.sql(
            """
            update inbox set state = 'WAITING', not_before = null,
              attempts = case state when 'PARKED' then 1 else attempts end
            where split_part(reason, ':', 1) = :kind and attempts > 0
              and (state = 'PARKED' or (state = 'WAITING' and not_before is not null))
            """)
        .param("kind", kind)
        .update();
  }

  /** Counts a failed attempt; does nothing when another worker has counted it. */
  void postpone(Item item, State state, Instant notBefore, String reason) {
    jdbc.sql(
            """
            update inbox set state = :state, attempts = attempts + 1, not_before = :notBefore,
              reason = :reason, worked_at = :now
            where id = :id and state = 'WAITING' and attempts = :attempts
            """)
        .param("state", state.name())
        .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .param("now", now())
        .param("id", item.id())
        .param("attempts", item.attempts())
        .update();
  }

  /** Lets a parked row wait again; false when it is not parked. */
  boolean release(long id) {
    return jdbc.sql(
                """
                update inbox set state = 'WAITING', attempts = 0, not_before = null, reason = null,
                  worked_at = null
                where id = :id and state = 'PARKED'
                """)
            .param("id", id)
            .update()
        == 1;
  }

  private String off() {
    return channels.all().stream()
        .map(Channel::account)
        .filter(account -> !channels.isOn(account))
        .map(Account::toString)
        .collect(Collectors.joining(","));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
