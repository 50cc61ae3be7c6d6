package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

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
    assertThatThrownBy(() -> PoolSize.of(settings))
        .isInstanceOfSatisfying(
            PoolSize.TooSmall.class,
            starved ->
                assertThat(new PoolSize.TooSmallAnalyzer().analyze(starved).getDescription())
                    .contains(PoolSize.SETTING + " is 39")
                    .contains("camunda.bpm.job-execution.max-pool-size=8")
                    .contains("desk.intake.workers=2")
                    .contains("need 40 connections"));
  }
}
