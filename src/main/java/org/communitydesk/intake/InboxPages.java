package org.communitydesk.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operator sees of the inbox; messages are read anew from the kept bodies. */
@Component
class InboxPages {

  private static final int LONGEST_TEXT = 100_000;

  private final JdbcClient jdbc;
  private final Channels channels;

  InboxPages(JdbcClient jdbc, Channels channels) {
    this.jdbc = jdbc;
    this.channels = channels;
  }

  record Line(
      long id,
      String platform,
      String account,
      String eventKey,
      State state,
      String reason,
      Instant receivedAt,
      List<Words> messages) {}

  record Words(
      String externalId,
      Kind kind,
      String authorId,
      String authorName,
      String text,
      List<Attachment> attachments) {}

  /**
   * @param platform null means any
   * @param state null means any
   */
  List<Line> newestFirst(String platform, State state, long before, int most) {
    return jdbc
        .sql(
            """
            select id, platform, account, event_key, state, reason, received_at,
              case when octet_length(body) <= 65536 then body end as body
            from inbox
            where (:platform::text is null or platform = :platform)
              and (:state::text is null or state = :state) and id < :before
            order by id desc limit :most
            """)
        .param("platform", platform)
        .param("state", state == null ? null : state.name())
        .param("before", before)
        .param("most", most)
        .query(InboxPages::row)
        .list()
        .stream()
        .map(this::line)
        .toList();
  }

  boolean has(long id) {
    return jdbc.sql("select exists (select 1 from inbox where id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("platform"),
        row.getString("account"),
        row.getString("event_key"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getBytes("body"));
  }

  private Line line(Row row) {
    byte[] body = row.body == null ? largeBody(row.id) : row.body;
    return new Line(
        row.id,
        row.platform,
        row.account,
        row.eventKey,
        row.state,
        row.reason,
        row.receivedAt,
        messages(row.platform, row.account, body));
  }

  private byte[] largeBody(long id) {
    return jdbc.sql("select body from inbox where id = :id")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .orElse(new byte[0]);
  }

  private List<Words> messages(String platform, String account, byte[] body) {
    return Platform.of(platform)
        .flatMap(known -> channels.find(known, account))
        .filter(channel -> body.length > 0)
        .map(channel -> Understanding.of(channel, body).heard().messages())
        .orElse(List.of())
        .stream()
        .map(InboxPages::words)
        .toList();
  }

  private static Words words(Message message) {
    return new Words(
        PostgresText.of(message.externalId()),
        message.kind(),
        PostgresText.of(message.author().id()),
        PostgresText.of(message.author().name()),
        PostgresText.shortened(message.text(), LONGEST_TEXT),
        message.attachments().stream()
            .map(
                a ->
                    new Attachment(
                        a.type(), PostgresText.of(a.source()), PostgresText.of(a.fileName())))
            .toList());
  }

  private record Row(
      long id,
      String platform,
      String account,
      String eventKey,
      State state,
      String reason,
      Instant receivedAt,
      byte[] body) {}
}
