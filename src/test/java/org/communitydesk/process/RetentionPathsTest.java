package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.EveryTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs first: the history of cases that it erases is missing to {@link EveryNodeIsPassedTest}. */
@Order(1)
class RetentionPathsTest extends PathTest {

  @Autowired JdbcClient jdbc;

  @Test
  void whatIsKeptLongEnoughIsErasedAndTheRestStays() {
    Appeal noReaction = Appeal.comment("vk", "Zq8marker: просто мысль").classify("NO_REACTION");
    Appeal answered = Appeal.comment("vk", "Zq9marker: вопрос").toReply().decide("CLOSE");
    Appeal open = Appeal.privately("vk", "Zq7open: вопрос");

    answered.passTime("P170D");
    oneNight();
    assertThat(new EveryTable(jdbc).holding("zq8marker")).isNotEmpty();
    answered.passTime("P12D");
    oneNight();

    assertThat(new EveryTable(jdbc).holding("zq8marker")).isEmpty();
    assertThat(new EveryTable(jdbc).holding(noReaction.author())).isEmpty();
    assertThat(new EveryTable(jdbc).holding("zq9marker")).isNotEmpty();
    assertThat(new EveryTable(jdbc).holding("zq7open")).isNotEmpty();
    assertThat(noReaction.file().path("state").asText()).isEqualTo("CLOSED");
    assertThat(open.file().path("state").asText()).isEqualTo("OPEN");
  }

  @AfterEach
  void toToday() {
    Appeal.reset();
  }

  /** Other tests move the clock back: the timer may be due in what is the future again. */
  private void oneNight() {
    String timer =
        engine
            .getManagementService()
            .createJobQuery()
            .processDefinitionKey("retention")
            .timers()
            .listPage(0, 1)
            .get(0)
            .getId();
    engine.getManagementService().setJobDuedate(timer, ClockUtil.getCurrentTime());
    Appeal.idle();
  }
}
