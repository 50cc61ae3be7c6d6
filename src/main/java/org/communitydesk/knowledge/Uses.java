package org.communitydesk.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which script went into whose answer. */
@Component
@Transactional
public class Uses {

  private final JdbcClient jdbc;
  private final Clock clock;

  Uses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A script went into an answer.
   *
   * @param text of the script then, variables unfilled: no person's name is kept
   */
  public record Use(long scriptId, String caseId, Instant at, String person, String text) {}

  /** Notes a use; the same script in the same case within a minute counts once. */
  public void note(long scriptId, String caseId, String person, String text) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into script_use (script_id, case_id, used_at, used_by, text)
            select :script, :case, :at, :by, :text where not exists (
              select 1 from script_use where script_id = :script and case_id = :case
                and used_at > :recently)
            """)
        .param("script", scriptId)
        .param("case", Long.valueOf(caseId))
        .param("at", now)
        .param("by", person)
        .param("text", text)
        .param("recently", now.minusMinutes(1))
        .update();
  }

  /** The latest uses of those scripts, newest first. */
  @Transactional(readOnly = true)
  public List<Use> of(Collection<Long> scriptIds, int limit) {
    return jdbc.sql(
            "select * from script_use where script_id = any(:ids) order by id desc limit :limit")
        .param("ids", scriptIds.toArray(Long[]::new))
        .param("limit", limit)
        .query(Uses::read)
        .list();
  }

  /** The latest uses of approved scripts since somebody last looked at each, newest first. */
  @Transactional(readOnly = true)
  public List<Use> sinceChecked(int limit) {
    return jdbc.sql(
            """
            select u.* from script_use u join script s on s.id = u.script_id
            where s.state = 'APPROVED' and u.used_at > s.checked_at order by u.id desc limit :limit
            """)
        .param("limit", limit)
        .query(Uses::read)
        .list();
  }

  private static Use read(ResultSet row, int number) throws SQLException {
    return new Use(
        row.getLong("script_id"),
        String.valueOf(row.getLong("case_id")),
        row.getObject("used_at", OffsetDateTime.class).toInstant(),
        row.getString("used_by"),
        row.getString("text"));
  }
}
