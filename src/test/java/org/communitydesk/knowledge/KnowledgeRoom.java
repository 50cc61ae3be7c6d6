package org.communitydesk.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.communitydesk.database.Patience;
import org.communitydesk.support.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The room on a real PostgreSQL, on one day. */
@ComponentScan
@Import({Room.class, Patience.class})
class KnowledgeRoom {

  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Bean
  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}
