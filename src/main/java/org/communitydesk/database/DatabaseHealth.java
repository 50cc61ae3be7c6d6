package org.communitydesk.database;

import java.sql.Connection;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the database answers, said within two seconds; takes the place of the stock one. */
@Component("dbHealthIndicator")
class DatabaseHealth extends AbstractHealthIndicator {

  private final QuickConnections quick;

  DatabaseHealth(QuickConnections quick) {
    super("The database does not answer");
    this.quick = quick;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws Exception {
    try (Connection connection = quick.source().getConnection()) {
      if (connection.isValid(1)) {
        health.up();
      } else {
        health.down();
      }
    }
  }
}
