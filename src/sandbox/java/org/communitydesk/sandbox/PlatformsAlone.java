package org.communitydesk.sandbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.communitydesk.loop.Loops;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The simulated platforms without a desk: no engine, none of the desk's tables, a PostgreSQL of
 * their own beside the file of effects.
 */
@ComponentScan(
    basePackages = {"org.communitydesk.sandbox", "org.communitydesk.database"},
    excludeFilters =
        @Filter(type = FilterType.REGEX, pattern = "org\\.communitydesk\\.sandbox\\.desk\\..*"))
@Import(Loops.class)
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
class PlatformsAlone {

  private static final String USAGE =
      """
      The platforms alone take:
        --port=PORT        where they answer, on this machine only (required)
        --desk=URL[,URL]   the desks that they deliver to, for example http://localhost:8080 (required)
        --directory=DIR    their database (data/platforms)
        --effects=FILE     one line of JSON for each message, removal and ban that they have accepted
                           (effects.jsonl in that directory)
      """;

  /** What of the desk's settings, also of those in the environment, is not meant for them. */
  private static final List<String> OWN =
      List.of("--spring.datasource.url=", "--spring.flyway.locations=classpath:db/sandbox");

  static void start(String[] args) {
    if (value(args, "port") == null || value(args, "desk") == null) {
      throw new IllegalArgumentException(USAGE);
    }
    String directory =
        value(args, "directory") == null ? "data/platforms" : value(args, "directory");
    String effects =
        value(args, "effects") == null ? directory + "/effects.jsonl" : value(args, "effects");
    var unused =
        new SpringApplicationBuilder(PlatformsAlone.class)
            .profiles("sandbox")
            .run(
                Stream.of(
                        Stream.of(args).filter(arg -> !isOurs(arg)),
                        OWN.stream(),
                        Stream.of(
                            "--server.port=" + value(args, "port"),
                            "--sandbox.desks=" + value(args, "desk"),
                            "--sandbox.effects=" + effects,
                            "--desk.database.directory=" + directory + "/postgres"))
                    .flatMap(some -> some)
                    .toArray(String[]::new));
  }

  private static boolean isOurs(String arg) {
    return Stream.of("port", "desk", "directory", "effects")
        .anyMatch(name -> arg.startsWith("--" + name + "="));
  }

  private static String value(String[] args, String name) {
    String start = "--" + name + "=";
    return Arrays.stream(args)
        .filter(arg -> arg.startsWith(start) && arg.length() > start.length())
        .map(arg -> arg.substring(start.length()))
        .findFirst()
        .orElse(null);
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
