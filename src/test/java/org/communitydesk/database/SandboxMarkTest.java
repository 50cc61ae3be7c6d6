package org.communitydesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.context.annotation.FilterType.ASSIGNABLE_TYPE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxMarkTest {

  private static EmbeddedPostgres postgres;
  private static int databases;

  private final String name = "db" + ++databases;
  private final JdbcClient jdbc = fresh();

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @Test
  void theSandboxMarksAnEmptyDatabaseAndFindsItAgain() {
    start("sandbox");
    start("sandbox");
    assertThat(sandboxTables()).isPositive();
  }

  @Test
  void theSandboxDoesNotTouchADatabaseThatTheProductHasMade() {
    start("product");
    assertRefused("sandbox").hasMessageContaining("holds what the sandbox did not make");
    assertThat(sandboxTables()).isZero();
    start("product");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table act_id_user (id_ text)",
        "create schema desk; create table desk.channel_state (id text)",
        "create schema other; create view other.people as select 1 as one",
        "create table events (at date) partition by range (at)"
      })
  void theSandboxStaysOutOfADatabaseThatHoldsAnything(String anything) {
    jdbc.sql(anything).update();
    assertRefused("sandbox").hasMessageContaining("holds what the sandbox did not make");
    assertThat(sandboxTables()).isZero();
  }

  @Test
  void theSandboxTakesADatabaseThatHoldsAnExtensionOnly() {
    jdbc.sql("create extension pg_stat_statements").update();
    start("sandbox");
    assertThat(sandboxTables()).isPositive();
  }

  @Test
  void theProductStaysOutOfADatabaseThatTheSandboxHasMade() {
    start("sandbox");
    assertRefused("product").hasMessageContaining("was made by the sandbox");
  }

  @Test
  void aSandboxThatWasKilledAfterItsMarkBeginsAgain() {
    jdbc.sql("create schema desk_sandbox").update();
    start("sandbox");
    assertThat(sandboxTables()).isPositive();
  }

  private long sandboxTables() {
    return jdbc.sql("select count(*) from pg_class where relname like 'sandbox@_%' escape '@'")
        .query(Long.class)
        .single();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String profile) {
    return assertThatThrownBy(() -> start(profile))
        .rootCause()
        .satisfies(
            refused ->
                assertThat(new ForeignDatabaseAnalyzer().analyze(refused).getAction())
                    .contains("spring.datasource.url"));
  }

  private void start(String profile) {
    new SpringApplicationBuilder(OnlyTheDatabase.class)
        .sources(profile.equals("sandbox") ? new Class<?>[] {ItsMark.class} : new Class<?>[0])
        .web(WebApplicationType.NONE)
        .profiles(profile)
        .run(
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", name),
            "--spring.datasource.hikari.maximum-pool-size=2",
            "--server.port=0",
            "--logging.level.root=OFF")
        .close();
  }

  private JdbcClient fresh() {
    DataSource first = postgres.getPostgresDatabase();
    JdbcClient.create(first).sql("create database " + name).update();
    return JdbcClient.create(postgres.getDatabase("postgres", name));
  }

  @Configuration(proxyBeanMethods = false)
  @ComponentScan("org.communitydesk.database")
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class
  })
  static class OnlyTheDatabase {}

  @ComponentScan(
      basePackages = "org.communitydesk.sandbox.desk",
      useDefaultFilters = false,
      includeFilters = @Filter(type = ASSIGNABLE_TYPE, classes = FlywayMigrationStrategy.class))
  static class ItsMark {}
}
