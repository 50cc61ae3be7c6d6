package org.communitydesk;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application: start it and the desk is open. */
@SpringBootApplication
public class CommunityDesk {

  public static void main(String[] args) {
    if (FirstAdministrator.isMeantBy(args)) {
      System.exit(FirstAdministrator.run(args));
    }
    if (AfterRestore.isMeantBy(args)) {
      System.exit(AfterRestore.run(args));
    }
    SpringApplication.run(CommunityDesk.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
