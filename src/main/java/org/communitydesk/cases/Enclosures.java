package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.communitydesk.database.StoredBytes;
import org.communitydesk.privacy.CardNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that moderators send with their replies, one with each. */
@Component
@Transactional
public class Enclosures {

  private static final String BARE = "id, file_name, content_type, octet_length(content) as bytes";

  private final JdbcClient jdbc;
  private final Clock clock;

  Enclosures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A file that goes out with a reply.
   *
   * @param contentType as its first bytes show
   */
  public record File(String fileName, String contentType, StoredBytes content) {}

  /** As {@link File}, before it is kept. */
  public record Brought(String fileName, String contentType, byte[] content) {}

  /**
   * Puts a file beside the draft, in place of an earlier one.
   *
   * @throws IllegalArgumentException when it is empty, too large or a damaged picture; the message
   *     is Russian
   */
  public File keep(String caseId, String who, String fileName, byte[] content) {
    Brought file = checked(fileName, content);
    insert(caseId, who, file.fileName(), file.contentType(), ":content", content);
    return ofDraft(caseId).orElseThrow();
  }

  /** Puts a file that we have already beside the draft, in place of an earlier one. */
  public File keep(String caseId, String who, File file) {
    insert(caseId, who, file.fileName(), file.contentType(), file.content().sql(), null);
    return ofDraft(caseId).orElseThrow();
  }

  private void insert(
      String caseId, String who, String fileName, String type, String value, byte[] content) {
    drop(caseId);
    jdbc.sql(
            """
            insert into enclosure (case_id, file_name, content_type, content, added_by, added_at)
            values (:case, :name, :type, %s, :who, :at)
            """
                .formatted(value))
        .param("case", CaseFiles.id(caseId))
        .param("name", fileName)
        .param("type", type)
        .param("content", content)
        .param("who", who)
        .param("at", utc(clock.instant()))
        .update();
  }

  /**
   * Looks whether the file may go out with an answer; card numbers in its name are masked.
   *
   * @throws IllegalArgumentException when it is empty, too large or a damaged picture; the message
   *     is Russian
   */
  public static Brought checked(String fileName, byte[] content) {
    ContentCheck.Result checked = ContentCheck.of(content);
    if (checked.refusal() != null) {
      throw new IllegalArgumentException(checked.refusal());
    }
    return new Brought(CardNumbers.mask(fileName), checked.contentType(), content);
  }

  /** Takes the file away from the draft. */
  public void drop(String caseId) {
    jdbc.sql("delete from enclosure where case_id = ? and reply_id is null")
        .param(CaseFiles.id(caseId))
        .update();
  }

  /** The file beside the draft; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<File> ofDraft(String caseId) {
    return jdbc.sql("select " + BARE + " from enclosure where case_id = ? and reply_id is null")
        .param(CaseFiles.id(caseId))
        .query((row, i) -> file(row))
        .optional();
  }

  /** The file that was submitted with a reply; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<File> ofReply(long replyId) {
    return jdbc.sql("select " + BARE + " from enclosure where reply_id = ?")
        .param(replyId)
        .query((row, i) -> file(row))
        .optional();
  }

  /** Gives the draft's file to a reply. */
  void attach(String caseId, long replyId) {
    jdbc.sql("update enclosure set reply_id = ? where case_id = ? and reply_id is null")
        .params(replyId, CaseFiles.id(caseId))
        .update();
  }

  /** Gives the file of a reply to the one that replaces it, unless that has its own. */
  void hand(long from, long to) {
    jdbc.sql(
            """
            update enclosure set reply_id = :to
            where reply_id = :from and not exists (select 1 from enclosure where reply_id = :to)
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private File file(ResultSet row) throws SQLException {
    return new File(
        row.getString("file_name"),
        row.getString("content_type"),
        new StoredBytes(jdbc, "enclosure", "id", row.getLong("id"), row.getLong("bytes")));
  }
}
