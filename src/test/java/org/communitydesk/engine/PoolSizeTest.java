package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class PoolSizeTest {

  private final MockEnvironment settings = new MockEnvironment();

  @Test
  void followsFromTheThreads() {
    assertThat(PoolSize.of(settings)).isEqualTo(40);

    settings.setProperty("camunda.bpm.job-execution.max-pool-size", "20");
    settings.setProperty("desk.intake.workers", "10");

    assertThat(PoolSize.of(settings)).isEqualTo(92);
  }

  @Test
  void takesMoreButNotLessThanIsNeeded() {
    settings.setProperty(PoolSize.SETTING, "50");
    assertThat(PoolSize.of(settings)).isEqualTo(50);

    settings.setProperty(PoolSize.SETTING, "39");
    assertThatThrownBy(() -> PoolSize.of(settings)).isInstanceOf(PoolSize.TooSmall.class);
  }

  @ParameterizedTest
  @CsvSource({"camunda.bpm.job-execution.max-pool-size, 0", "desk.intake.workers, -1"})
  void refusesThreadsThatDoNothing(String setting, String value) {
    settings.setProperty(setting, value);
    assertThatThrownBy(() -> PoolSize.of(settings))
        .hasMessageContaining("Число потоков " + setting + " задано " + value);
  }

  @Test
  void theProgramDoesNotStartAndSaysWhatToSet(CapturedOutput output) {
    SpringApplicationBuilder desk =
        new SpringApplicationBuilder(DataSourceAutoConfiguration.class, PoolSize.Sizing.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.main.banner-mode=off",
                "spring.datasource.url=jdbc:postgresql://localhost:1/none",
                PoolSize.SETTING + "=39");

    assertThatThrownBy(desk::run).hasRootCauseInstanceOf(PoolSize.TooSmall.class);
    assertThat(output.getAll())
        .contains(
            "Соединений с PostgreSQL на узел задано 39 (spring.datasource.hikari.maximum-pool-size), а нужно не меньше 40")
        .contains("по 3 на каждый из потоков заданий (camunda.bpm.job-execution.max-pool-size=8)")
        .contains("по 2 на каждый из потоков входящих (desk.intake.workers=2)")
        .contains("Уберите spring.datasource.hikari.maximum-pool-size");
  }
}
