package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;
import static org.communitydesk.cases.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.database.StoredBytes;
import org.communitydesk.privacy.CardNumbers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pictures and files of users, kept by us because the platforms' links expire. */
@Component
@Transactional
@EnableConfigurationProperties(AttachmentCaps.class)
public class Attachments {

  /** The largest file that is kept. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  private static final String OF_CASE =
      """
      from attachment a join message m on m.id = a.message_id
      where m.case_id = (select case_id from message where id = :message)
      """;

  private final JdbcClient jdbc;
  private final AttachmentCaps caps;

  Attachments(JdbcClient jdbc, AttachmentCaps caps) {
    this.jdbc = jdbc;
    this.caps = caps;
  }

  /** What is to be fetched of a message; of what finds no room only the number is kept. */
  void keepLater(long entry, List<Attachment> brought) {
    if (brought.isEmpty()) {
      return;
    }
    AttachmentCaps.Used used =
        used(entry, "count(*) filter (where a.message_id = :message), count(*)", "a.left_out = 0");
    int taken = Math.min(brought.size(), caps.room(used));
    for (Attachment attachment : brought.subList(0, taken)) {
      jdbc.sql(
              """
              insert into attachment (message_id, type, source, file_name, state)
              values (?, ?, ?, ?, 'WAITING')
              """)
          .params(entry, attachment.type().name(), attachment.source(), attachment.fileName())
          .update();
    }
    if (taken < brought.size()) {
      leaveOut(entry, brought.size() - taken, used);
    }
  }

  /** An edit brings the same files again: the larger number counts. */
  private void leaveOut(long entry, int count, AttachmentCaps.Used used) {
    int most =
        jdbc.sql("select coalesce(max(left_out), 0) from attachment where message_id = ?")
            .param(entry)
            .query(Integer.class)
            .single();
    if (most < count) {
      jdbc.sql("delete from attachment where message_id = ? and left_out > 0")
          .param(entry)
          .update();
      jdbc.sql(
              """
              insert into attachment (message_id, type, source, file_name, state, reason, left_out)
              values (?, ?, '', '', 'LEFT_OUT', ?, ?)
              """)
          .params(entry, Attachment.Type.OTHER.name(), caps.leftOut(used, count), count)
          .update();
    }
  }

  /** As {@link #keepLater}, without what the message has already. */
  void keepMissing(long entry, List<Attachment> brought) {
    keepLater(entry, brought.stream().filter(one -> !isHere(entry, one)).toList());
  }

  private boolean isHere(long entry, Attachment attachment) {
    return jdbc.sql(
            """
            select exists (select 1 from attachment
              where message_id = ? and source = ? and (source <> '' or file_name = ?)
                and left_out = 0)
            """)
        .params(entry, attachment.source(), attachment.fileName())
        .query(Boolean.class)
        .single();
  }

  private AttachmentCaps.Used used(long entry, String what, String which) {
    return jdbc.sql("select " + what + OF_CASE + " and " + which)
        .param("message", entry)
        .query((row, i) -> new AttachmentCaps.Used(row.getLong(1), row.getLong(2)))
        .single();
  }

  private AttachmentCaps.Used bytes(long id) {
    return used(
        jdbc.sql("select message_id from attachment where id = ?")
            .param(id)
            .query(Long.class)
            .single(),
        """
        coalesce(sum(octet_length(a.content)) filter (where a.message_id = :message), 0),
          coalesce(sum(octet_length(a.content)), 0)
        """,
        "a.state = 'KEPT'");
  }

  /** Whether there is room for a file that waits; one without is left out. */
  public boolean isWanted(long id) {
    Optional<String> over = caps.over(bytes(id), 1);
    over.ifPresent(reason -> end(id, "LEFT_OUT", reason));
    return over.isEmpty();
  }

  /** What a case still has to fetch. */
  @Transactional(readOnly = true)
  public List<Waiting> waiting(String caseId) {
    return jdbc.sql(
            """
            select a.id, a.type, a.source, a.file_name, a.tries, a.first_tried_at, a.retry_at
            from attachment a join message m on m.id = a.message_id
            where m.case_id = ? and a.state = 'WAITING' order by a.id
            """)
        .param(CaseFiles.id(caseId))
        .query(
            (row, i) ->
                new Waiting(
                    row.getLong("id"),
                    new Attachment(
                        Attachment.Type.valueOf(row.getString("type")),
                        row.getString("source"),
                        row.getString("file_name")),
                    row.getInt("tries"),
                    instant(row, "first_tried_at"),
                    Optional.ofNullable(instant(row, "retry_at")).orElse(Instant.EPOCH)))
        .list();
  }

  /**
   * Keeps the bytes when they are harmless and there is room for them, else marks the attachment as
   * lost or left out with the reason. Card data in a file of plain text is masked.
   */
  public void keep(long id, byte[] fetched) {
    byte[] content = ContentCheck.isText(fetched) ? CardNumbers.maskJson(fetched) : fetched;
    ContentCheck.Result checked = ContentCheck.of(content);
    if (checked.refusal() != null) {
      lose(id, checked.refusal());
      return;
    }
    Optional<String> over = caps.over(bytes(id), content.length);
    if (over.isPresent()) {
      end(id, "LEFT_OUT", over.get());
      return;
    }
    jdbc.sql(
            """
            update attachment set state = 'KEPT', content_type = ?, content = ?, reason = null
            where id = ?
            """)
        .params(checked.contentType(), content, id)
        .update();
  }

  /**
   * Lets a file wait that the platform does not give now.
   *
   * @param reason in Russian, for the moderator
   */
  public void postpone(long id, Instant now, Instant retryAt, String reason) {
    jdbc.sql(
            """
            update attachment set tries = tries + 1, retry_at = ?, reason = ?,
              first_tried_at = coalesce(first_tried_at, ?)
            where id = ? and state = 'WAITING'
            """)
        .params(utc(retryAt), reason, utc(now), id)
        .update();
  }

  /** Lets every file of the case that waits be asked for at once; false when none waits. */
  public boolean hurry(String caseId) {
    return jdbc.sql(
                """
                update attachment set retry_at = null where state = 'WAITING'
                  and message_id in (select id from message where case_id = ?)
                """)
            .param(CaseFiles.id(caseId))
            .update()
        > 0;
  }

  /**
   * @param reason in Russian, for the moderator
   */
  public void lose(long id, String reason) {
    end(id, "LOST", reason);
  }

  private void end(long id, String state, String reason) {
    jdbc.sql("update attachment set state = ?, reason = ? where id = ?")
        .params(state, reason, id)
        .update();
  }

  /** The bytes and what is known of them; empty when there is no such kept attachment. */
  @Transactional(readOnly = true)
  public Optional<Content> content(long id) {
    return jdbc.sql(
            """
            select content_type, file_name, octet_length(content) as bytes
            from attachment where id = ? and state = 'KEPT'
            """)
        .param(id)
        .query(
            (row, i) ->
                new Content(
                    row.getString("content_type"),
                    row.getString("file_name"),
                    new StoredBytes(jdbc, "attachment", "id", id, row.getLong("bytes"))))
        .optional();
  }

  /** The case that the attachment belongs to; empty when there is no such attachment. */
  @Transactional(readOnly = true)
  public Optional<String> caseOf(long id) {
    return jdbc.sql(
            """
            select m.case_id::text from attachment a join message m on m.id = a.message_id
            where a.id = ?
            """)
        .param(id)
        .query(String.class)
        .optional();
  }

  /** The SHA-256 of each kept file of a message, hexadecimal; empty when it has none. */
  @Transactional(readOnly = true)
  public List<String> hashes(long messageId) {
    return jdbc.sql(
            """
            select encode(sha256(content), 'hex') from attachment
            where message_id = ? and state = 'KEPT' order by id
            """)
        .param(messageId)
        .query(String.class)
        .list();
  }

  static KeptAttachment keptAttachment(ResultSet row) throws SQLException {
    return new KeptAttachment(
        row.getLong("id"),
        KeptAttachment.State.valueOf(row.getString("state")),
        row.getString("content_type"),
        row.getLong("bytes"),
        row.getString("file_name"),
        row.getString("reason"),
        instant(row, "retry_at"));
  }

  /**
   * An attachment that is still on the platform.
   *
   * @param tries how often it was asked for in vain
   * @param firstTriedAt null before the first try
   * @param retryAt when it may be asked for again; long ago for at once
   */
  public record Waiting(
      long id, Attachment attachment, int tries, Instant firstTriedAt, Instant retryAt) {}

  /**
   * A kept attachment.
   *
   * @param contentType one of the few known types, else {@code application/octet-stream}
   */
  public record Content(String contentType, String fileName, StoredBytes content) {

    /** Whether a browser may show it in place. */
    public boolean isPicture() {
      return contentType.startsWith("image/");
    }
  }
}
