package org.communitydesk.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Looks whose database it is before anything is written to it: one with demo people, whose password
 * everybody knows, must never meet the world.
 */
@Component
class DatabaseOwner implements FlywayMigrationStrategy {

  private static final String PLAYED_WITH =
      "select 1 from pg_namespace where nspname = 'desk_sandbox'";

  @Override
  public void migrate(Flyway flyway) {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet mark = statement.executeQuery(PLAYED_WITH)) {
      if (mark.next()) {
        throw new ForeignDatabase(
            "the database was made by the sandbox, with demo people whose password everybody knows",
            "Set desk.database.directory to a new directory, or spring.datasource.url to a database"
                + " of its own; to go on playing, start community-desk-sandbox.jar.");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot see whose database it is", failure);
    }
    flyway.migrate();
  }
}
