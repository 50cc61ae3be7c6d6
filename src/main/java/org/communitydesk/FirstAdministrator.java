package org.communitydesk;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.communitydesk.security.FirstAdministratorToken;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/** The command {@code first-administrator}: prints a one-time token, starts no desk. */
@ComponentScan("org.communitydesk.database")
@Import(FirstAdministratorToken.class)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class
})
class FirstAdministrator {

  private static final String COMMAND = "first-administrator";
  private static final List<String> SMALL_AND_QUIET =
      List.of(
          "--desk.database.guest=true",
          "--spring.datasource.hikari.maximum-pool-size=3",
          "--logging.level.root=OFF");

  static boolean isMeantBy(String[] args) {
    return args.length > 0 && args[0].equals(COMMAND);
  }

  /** Returns the exit code. */
  static int run(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (ConfigurableApplicationContext rooms =
        new SpringApplicationBuilder(FirstAdministrator.class)
            .web(WebApplicationType.NONE)
            .run(settings(args))) {
      out.println(message(rooms.getBean(FirstAdministratorToken.class).issue()));
      return 0;
    } catch (RuntimeException failure) {
      out.println(
          "No token: the database cannot be used with these settings ("
              + NestedExceptionUtils.getMostSpecificCause(failure).getMessage()
              + ").");
      return 1;
    }
  }

  private static String[] settings(String[] args) {
    return Stream.concat(Stream.of(args).skip(1), SMALL_AND_QUIET.stream()).toArray(String[]::new);
  }

  private static String message(String token) {
    return """
        One-time token of the first administrator:

            %s

        Open /first-administrator at the desk's address (http://localhost:8080/first-administrator on this
        machine as shipped) and enter it within %d minutes. It works once, and only while nobody is an
        administrator yet."""
        .formatted(token, FirstAdministratorToken.VALID.toMinutes());
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
