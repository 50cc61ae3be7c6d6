package org.communitydesk.burst;

import org.communitydesk.conversation.Workload;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nothing here waits for the desk itself: answers wait in the diagrams. */
@Component
@Profile("sandbox")
@Order(20)
class IncidentsWorkload implements Workload {

  private final JdbcClient jdbc;

  IncidentsWorkload(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean pending() {
    return false;
  }

  @Override
  public void clear() {
    jdbc.sql("truncate incident cascade").update();
  }
}
