package org.communitydesk.advocate;

import java.time.Clock;
import org.communitydesk.support.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The room on a real PostgreSQL. */
@ComponentScan
@Import(Room.class)
class AdvocateRoom {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
