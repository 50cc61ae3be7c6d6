package org.communitydesk.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Looks whose database it is before anything is written to it. */
@Component
class SandboxApart implements FlywayMigrationStrategy {

  private final boolean sandbox;

  SandboxApart(Environment environment) {
    this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
  }

  @Override
  public void migrate(Flyway flyway) {
    SandboxMark mark = new SandboxMark(flyway.getConfiguration().getDataSource());
    try {
      if (sandbox) {
        mark.claim();
      } else {
        mark.mustBeAbsent();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot see whose database it is", failure);
    }
    flyway.migrate();
  }
}
