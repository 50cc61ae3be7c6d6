package org.communitydesk.cases;

import static org.communitydesk.cases.Sql.instant;
import static org.communitydesk.cases.Sql.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code case_clock}; here {@code left} is what was left at {@code runningSince}. */
@Component
class ClockRows {

  private final JdbcClient jdbc;

  ClockRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first response first. */
  List<SlaTimer> of(String caseId) {
    return jdbc.sql("select * from case_clock where case_id = ? order by name")
        .param(CaseFiles.id(caseId))
        .query(ClockRows::clock)
        .list();
  }

  /** As {@link #of}, held until the transaction ends. */
  List<SlaTimer> hold(String caseId) {
    jdbc.sql("select 1 from case_file where case_id = ? for no key update")
        .param(CaseFiles.id(caseId))
        .query(Integer.class)
        .optional();
    return of(caseId);
  }

  void keep(String caseId, SlaTimer clock) {
    jdbc.sql(
            """
            insert into case_clock (case_id, name, counts, allowed_ms, warn_ms, left_ms,
              running_since, warn_at, due_at, paused_by, warned_at, breached_at, met_at,
              table_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, name) do update set counts = excluded.counts,
              allowed_ms = excluded.allowed_ms, warn_ms = excluded.warn_ms,
              left_ms = excluded.left_ms, running_since = excluded.running_since,
              warn_at = excluded.warn_at, due_at = excluded.due_at,
              paused_by = excluded.paused_by, warned_at = excluded.warned_at,
              breached_at = excluded.breached_at, met_at = excluded.met_at,
              table_version = excluded.table_version
            """)
        .params(
            CaseFiles.id(caseId),
            clock.name().name(),
            clock.counts().name(),
            clock.allowed().toMillis(),
            clock.warnBefore().toMillis(),
            clock.left().toMillis(),
            utc(clock.runningSince()),
            utc(clock.warnAt()),
            utc(clock.dueAt()),
            clock.pausedBy() == null ? null : clock.pausedBy().name(),
            utc(clock.warnedAt()),
            utc(clock.breachedAt()),
            utc(clock.metAt()),
            clock.tableVersion())
        .update();
  }

  /**
   * The case is due when the clock says so that counts now; not at all while it is paused, and when
   * none is left.
   */
  void showDue(String caseId) {
    jdbc.sql(
            """
            update case_file set due_at = (select due_at from case_clock
              where case_id = :case and met_at is null order by name limit 1)
            where case_id = :case
            """)
        .param("case", CaseFiles.id(caseId))
        .update();
  }

  private static SlaTimer clock(ResultSet row, int index) throws SQLException {
    String pausedBy = row.getString("paused_by");
    return new SlaTimer(
        SlaTimer.Name.valueOf(row.getString("name")),
        Counts.valueOf(row.getString("counts")),
        Duration.ofMillis(row.getLong("allowed_ms")),
        Duration.ofMillis(row.getLong("warn_ms")),
        Duration.ofMillis(row.getLong("left_ms")),
        instant(row, "running_since"),
        instant(row, "warn_at"),
        instant(row, "due_at"),
        pausedBy == null ? null : Turn.valueOf(pausedBy),
        instant(row, "warned_at"),
        instant(row, "breached_at"),
        instant(row, "met_at"),
        row.getString("table_version"));
  }
}
