package org.communitydesk.sanction;

import org.communitydesk.conversation.Workload;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nothing here waits for the desk itself: terms and decisions wait in the diagrams. */
@Component
@Profile("sandbox")
@Order(20)
class SanctionWorkload implements Workload {

  private final JdbcClient jdbc;

  SanctionWorkload(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean pending() {
    return false;
  }

  @Override
  public void clear() {
    jdbc.sql(
            """
            truncate offender, offender_link, sanction, offence, sanction_evidence, sanction_ledger,
              drift, ban_hint, ban_reading, ban_sweep, ban_listed
            """)
        .update();
  }
}
