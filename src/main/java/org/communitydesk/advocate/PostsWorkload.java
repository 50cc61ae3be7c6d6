package org.communitydesk.advocate;

import org.communitydesk.conversation.Workload;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts go with their cases when a new play begins; people stay registered. */
@Component
@Profile("sandbox")
@Order(20)
class PostsWorkload implements Workload {

  private final JdbcClient jdbc;

  PostsWorkload(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean pending() {
    return false;
  }

  @Override
  public void clear() {
    jdbc.sql("truncate advocate_post").update();
  }
}
