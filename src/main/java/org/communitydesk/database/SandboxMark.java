package org.communitydesk.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The mark that a sandbox leaves in its database before anything else: its demo people, whose
 * password everybody knows, must never meet the world.
 */
final class SandboxMark {

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

  private final DataSource database;

  SandboxMark(DataSource database) {
    this.database = database;
  }

  /**
   * Marks an empty database.
   *
   * @throws ForeignDatabase when there is no mark, but something else
   */
  void claim() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!names(statement, MARKED).isEmpty()) {
        return;
      }
      List<String> tables = names(statement, TABLES);
      if (!tables.isEmpty()) {
        throw ForeignDatabase.toTheSandbox(tables);
      }
      statement.execute("create schema if not exists " + MARK);
      statement.execute(
          "comment on schema "
              + MARK
              + " is 'Made by the sandbox of Community Desk, demo people included'");
    }
  }

  /**
   * Lets only a database pass that no sandbox has been in.
   *
   * @throws ForeignDatabase when there is a mark
   */
  void mustBeAbsent() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!names(statement, MARKED).isEmpty()) {
        throw ForeignDatabase.ofTheSandbox();
      }
    }
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
