package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterRestoreTest {

  private static final String ROW =
      """
      insert into desk.publication (id, case_id, step, kind, platform, account, place, thread_id,
        recipient_id, text, answers, state, created_at)
      values (gen_random_uuid(), 1, '%1$s-%2$s', '%1$s', 'vk', 'main', 'COMMENT', '', '7', '',
        'COMMENT', '%2$s', now())
      """;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void whatWasUnderWayInABackupIsNeverSaidTwiceAndActsAreDoneAgain()
      throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      assertThat(run(postgres)).as(said.toString(StandardCharsets.UTF_8)).isZero();
      try (Connection node = postgres.getPostgresDatabase().getConnection()) {
        for (String state : List.of("NEW", "SENDING", "HELD", "UNKNOWN", "SENT", "DROPPED")) {
          node.createStatement().execute(ROW.formatted("REPLY", state));
          node.createStatement().execute(ROW.formatted("BAN", state));
        }
        assertThat(run(postgres)).as("a node runs").isEqualTo(1);
        assertThat(rows(node)).contains("REPLY-NEW NEW false", "BAN-HELD HELD false");
      }
      assertThat(run(postgres)).isZero();
      assertThat(said.toString(StandardCharsets.UTF_8)).contains("backup: 3.", "since: 4.");
      List<String> once;
      try (Connection after = postgres.getPostgresDatabase().getConnection()) {
        once = rows(after);
      }
      assertThat(once)
          .contains(
              "REPLY-NEW UNKNOWN false",
              "REPLY-SENDING UNKNOWN false",
              "REPLY-HELD UNKNOWN false",
              "REPLY-SENT SENT false",
              "REPLY-DROPPED DROPPED false",
              "BAN-NEW NEW true",
              "BAN-SENDING NEW true",
              "BAN-HELD NEW true",
              "BAN-UNKNOWN NEW true",
              "BAN-SENT SENT false");
      assertThat(run(postgres)).isZero();
      assertThat(said.toString(StandardCharsets.UTF_8)).contains("backup: 0.", "since: 0.");
    }
  }

  private int run(EmbeddedPostgres postgres) {
    said.reset();
    String[] command = {
      "after-restore",
      "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
      "--spring.datasource.username=postgres",
      "--spring.datasource.password=postgres"
    };
    return AfterRestore.run(command, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private static List<String> rows(Connection connection) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found =
        connection
            .createStatement()
            .executeQuery(
                "select step || ' ' || state || ' ' || unsure from desk.publication order by 1")) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
