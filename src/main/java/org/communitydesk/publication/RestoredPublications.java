package org.communitydesk.publication;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a database that came from a backup may not know of the outside: between the backup and the
 * loss the desk went on talking.
 */
@Component
public class RestoredPublications {

  private final JdbcClient jdbc;

  RestoredPublications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Marks every publication that was not settled in the backup, so that no reply goes out twice;
   * again changes nothing.
   *
   * @return empty, and nothing is changed, while other programs use the database
   */
  @Transactional
  public Optional<Marked> mark() {
    jdbc.sql("lock table publication in share row exclusive mode").update();
    if (othersAreConnected()) {
      return Optional.empty();
    }
    int replies =
        jdbc.sql(
                """
                update publication set state = 'UNKNOWN', fence = fence + 1, not_before = null,
                  stop_order = null, sending_since = coalesce(sending_since, created_at),
                  reason = 'Restored from a backup'
                where kind = 'REPLY' and state in ('NEW', 'SENDING', 'HELD')
                """)
            .update();
    int acts =
        jdbc.sql(
                """
                update publication set state = 'NEW', fence = fence + 1, unsure = true,
                  stop_order = null, sending_since = coalesce(sending_since, created_at),
                  reason = 'Restored from a backup'
                where kind <> 'REPLY' and (state in ('SENDING', 'HELD', 'UNKNOWN')
                  or (state = 'NEW' and not unsure))
                """)
            .update();
    return Optional.of(new Marked(replies, acts));
  }

  private boolean othersAreConnected() {
    return jdbc.sql(
            """
            select exists (select 1 from pg_stat_activity
              where datname = current_database() and backend_type = 'client backend'
                and application_name <> current_setting('application_name'))
            """)
        .query(Boolean.class)
        .single();
  }

  /**
   * How many rows were marked.
   *
   * @param replies of unknown outcome from now on: looked up, or a moderator looks
   * @param acts of moderation, which are done again
   */
  public record Marked(int replies, int acts) {}
}
