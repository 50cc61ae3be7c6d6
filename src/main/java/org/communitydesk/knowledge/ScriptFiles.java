package org.communitydesk.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitydesk.database.StoredBytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files that go out with scripts, one with each. */
@Component
@Transactional
public class ScriptFiles {

  private final JdbcClient jdbc;
  private final Clock clock;

  ScriptFiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A file of a script.
   *
   * @param bytes its size
   */
  public record Named(long scriptId, String fileName, String contentType, long bytes) {}

  /** As {@link Named}, with what stands in it. */
  public record File(String fileName, String contentType, StoredBytes content) {}

  /** Puts a file beside the script, in place of an earlier one. */
  public void keep(long scriptId, String who, String fileName, String contentType, byte[] content) {
    jdbc.sql(
            """
            insert into script_file (script_id, file_name, content_type, content, added_by, added_at)
            values (:script, :name, :type, :content, :who, :at)
            on conflict (script_id) do update set id = default, file_name = excluded.file_name,
              content_type = excluded.content_type, content = excluded.content,
              added_by = excluded.added_by, added_at = excluded.added_at
            """)
        .param("script", scriptId)
        .param("name", fileName)
        .param("type", contentType)
        .param("content", content)
        .param("who", who)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes the file away; answers will go without it. */
  public void drop(long scriptId) {
    jdbc.sql("delete from script_file where script_id = ?").param(scriptId).update();
  }

  /** The file of the script; empty when it has none. */
  @Transactional(readOnly = true)
  public Optional<File> find(long scriptId) {
    return jdbc.sql(
            """
            select id, file_name, content_type, octet_length(content) as bytes
            from script_file where script_id = ?
            """)
        .param(scriptId)
        .query(
            (row, i) ->
                new File(
                    row.getString("file_name"),
                    row.getString("content_type"),
                    new StoredBytes(
                        jdbc, "script_file", "id", row.getLong("id"), row.getLong("bytes"))))
        .optional();
  }

  /** The names of the scripts' files by the scripts' ids; scripts without a file are missing. */
  @Transactional(readOnly = true)
  public Map<Long, Named> of(Collection<Long> scriptIds) {
    return jdbc
        .sql(
            """
            select script_id, file_name, content_type, octet_length(content) as bytes
            from script_file where script_id = any(:ids)
            """)
        .param("ids", scriptIds.toArray(Long[]::new))
        .query(ScriptFiles::named)
        .list()
        .stream()
        .collect(Collectors.toMap(Named::scriptId, Function.identity()));
  }

  private static Named named(ResultSet row, int number) throws SQLException {
    return new Named(
        row.getLong("script_id"),
        row.getString("file_name"),
        row.getString("content_type"),
        row.getLong("bytes"));
  }
}
