package org.communitydesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.communitydesk.support.Room;
import org.communitydesk.support.StallingProxy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.servlet.ServletManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestConstructor;

/**
 * A PostgreSQL that takes every connection and answers nothing, as platforms and balancers see it.
 */
@SpringBootTest(
    classes = {IntakeRoom.class, StalledDatabaseTest.Behind.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "desk.intake.workers=1",
      "desk.channel.vk.main.own-id=1000001",
      "desk.channel.telegram.main.own-id=1000007",
      "management.endpoint.health.group.readiness.include=db"
    })
@DirtiesContext
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class StalledDatabaseTest {

  private static final Duration LONGEST_HOOK = Duration.ofSeconds(3);
  private static final Duration LONGEST_READINESS = Duration.ofSeconds(5);

  private final Hook hook;
  private final StallingProxy proxy;
  private final RecordingAppealProcess appeals;

  StalledDatabaseTest(
      Environment environment, StallingProxy proxy, RecordingAppealProcess appeals) {
    this.hook = new Hook(environment);
    this.proxy = proxy;
    this.appeals = appeals;
  }

  /** The whole node behind a server that may stall. */
  @Import(Health.class)
  @ImportAutoConfiguration({
    EndpointAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    WebEndpointAutoConfiguration.class
  })
  static class Behind {

    @Bean(destroyMethod = "close")
    StallingProxy proxy(Room.Database database) throws IOException {
      return new StallingProxy(database.port());
    }

    @Bean(destroyMethod = "close")
    @Primary
    DataSource stalling(StallingProxy proxy, Room.Database database) {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl("jdbc:postgresql://localhost:" + proxy.port() + "/" + database.name());
      pool.setUsername("postgres");
      pool.setPassword("postgres");
      pool.addDataSourceProperty("currentSchema", "desk");
      pool.addDataSourceProperty("loginTimeout", "10");
      pool.setMaximumPoolSize(4);
      return pool;
    }
  }

  static class Health implements ImportSelector {

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
      return new String[] {"org.communitydesk.database.DatabaseHealth"};
    }
  }

  private record Answered(int status, Duration after) {}

  @Test
  void hooksAreAnsweredInTimeReadinessIsDownAndEverythingGoesOnByItself() {
    assertThat(said("before")).isEqualTo(200);
    await().until(() -> readiness().status() == 200);

    proxy.stall(true);
    List<CompletableFuture<Answered>> calls =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> timed(() -> said("lost" + i))))
            .toList();
    Answered readiness = readiness();

    assertThat(calls.stream().map(CompletableFuture::join))
        .allMatch(call -> call.status() == 503)
        .allMatch(call -> call.after().compareTo(LONGEST_HOOK) < 0);
    assertThat(readiness.status()).isEqualTo(503);
    assertThat(readiness.after()).isLessThan(LONGEST_READINESS);

    proxy.stall(false);
    await().atMost(Duration.ofSeconds(20)).until(() -> said("after") == 200);
    await().atMost(Duration.ofSeconds(20)).until(() -> readiness().status() == 200);
    await().atMost(Duration.ofSeconds(20)).until(() -> appeals.ids().contains("after"));
    assertThat(appeals.ids()).contains("before").doesNotHaveDuplicates();
  }

  private int said(String id) {
    return hook.post(PlainChannel.said(id, "author", "text"));
  }

  private Answered readiness() {
    return timed(() -> hook.get("/actuator/health/readiness").statusCode());
  }

  private static Answered timed(IntSupplier call) {
    long begun = System.nanoTime();
    int status = call.getAsInt();
    return new Answered(status, Duration.ofNanos(System.nanoTime() - begun));
  }
}
