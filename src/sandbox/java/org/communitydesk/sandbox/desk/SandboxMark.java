package org.communitydesk.sandbox.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.communitydesk.database.ForeignDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The mark that the sandbox leaves in its database before anything else; the product stays out of a
 * database that has it.
 */
@Component
@Primary
class SandboxMark implements FlywayMigrationStrategy {

  private static final String MARK = "desk_sandbox";

  private static final String MARKED =
      "select nspname from pg_namespace where nspname = '" + MARK + "'";

  /** What extensions bring along is nobody's data. */
  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'f', 'm', 'v')
      and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
      and not exists (
        select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      order by 1 limit 3
      """;

  @Override
  public void migrate(Flyway flyway) {
    try {
      claim(flyway.getConfiguration().getDataSource());
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot see whose database it is", failure);
    }
    flyway.migrate();
  }

  private static void claim(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!names(statement, MARKED).isEmpty()) {
        return;
      }
      List<String> tables = names(statement, TABLES);
      if (!tables.isEmpty()) {
        throw notOurs(tables);
      }
      statement.execute("create schema if not exists " + MARK);
      statement.execute(
          "comment on schema "
              + MARK
              + " is 'Made by the sandbox of Community Desk, demo people included'");
    }
  }

  private static ForeignDatabase notOurs(List<String> tables) {
    return new ForeignDatabase(
        "the database holds what the sandbox did not make (" + String.join(", ", tables) + ")",
        "Start community-desk.jar instead: the sandbox's demo people, whose password everybody"
            + " knows, must not come into a database in use. To play, set desk.database.directory"
            + " to a new directory, or spring.datasource.url to an empty database.");
  }

  private static List<String> names(Statement statement, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
