package org.communitydesk.cases;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.communitydesk.calendar.Calendars;
import org.communitydesk.support.HandClock;
import org.communitydesk.support.Room;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The room on a real PostgreSQL. */
@ComponentScan
@Import({Room.class, Calendars.class, CaseDesk.class})
class CasesRoom {

  @Retention(RetentionPolicy.RUNTIME)
  @SpringBootTest(classes = CasesRoom.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
  @TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
  @interface RoomTest {}

  @Bean
  HandClock clock() {
    return new HandClock();
  }
}
