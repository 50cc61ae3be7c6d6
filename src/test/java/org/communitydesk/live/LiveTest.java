package org.communitydesk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.communitydesk.access.Access;
import org.communitydesk.loop.Loops;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class LiveTest {

  @Autowired DataSource database;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void aModeratorHearsWhatAUserDoesWithinTwoSeconds() {
    Appeal appeal = Appeal.comment("vk", "Карта не читается").toReply();
    try (Line anna = Line.of("anna")) {
      assertThat(anna.answer().headers().firstValue("X-Accel-Buffering")).contains("no");
      assertThat(anna.answer().headers().firstValue("Cache-Control").orElse(""))
          .contains("no-store");
      assertThat(anna.answer().headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      String further = appeal.send("И в автобусе тоже", null);
      soon().until(() -> anna.hasHeard(appeal.caseId(), "MESSAGE_JOINED"));
      Appeal.idle();
      appeal.edit(further, "И в метро тоже");
      soon().until(() -> anna.hasHeard(appeal.caseId(), "MESSAGE_EDITED"));
      appeal.delete(further);
      soon().until(() -> anna.hasHeard(appeal.caseId(), "MESSAGE_REMOVED"));
      Desk.as("anna")
          .put("/api/appeals/" + appeal.caseId() + "/draft", "{\"text\":\"Да\",\"version\":0}");
      soon().until(() -> anna.hasHeard(appeal.caseId(), "DRAFT"));
      appeal.reply("Здравствуйте! Уже чиним.");
      soon().until(() -> anna.hasHeard(appeal.caseId(), "PUBLICATION"));
      soon().until(() -> anna.hasHeard(appeal.caseId(), "TASK"));
      assertThat(String.join("\n", anna.heard())).doesNotContain("автобус").doesNotContain("Пётр");
    }
  }

  @Test
  void theContactCenterHearsOnlyOfWhatItWasAskedAbout() {
    Appeal asked = Appeal.privately("vk", "Когда придёт кешбэк?").toReply();
    asked.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Когда придёт?"));
    Appeal other = Appeal.privately("vk", "Карта не читается").toReply();
    try (Line anna = Line.of("anna");
        Line olga = Line.of("olga");
        Line ivan = Line.of("ivan")) {
      other.send("Ну что там?", null);
      soon().until(() -> anna.hasHeard(other.caseId(), "MESSAGE_JOINED"));
      asked.send("Ну когда же?", null);
      soon().until(() -> olga.hasHeard(asked.caseId(), "MESSAGE_JOINED"));
      soon().until(() -> anna.hasHeard(asked.caseId(), "MESSAGE_JOINED"));
      assertThat(olga.hasHeard(other.caseId(), "MESSAGE_JOINED")).isFalse();
      assertThat(ivan.heard()).noneMatch(line -> line.startsWith("event:case"));
    }
    Appeal.idle();
  }

  @Test
  void whatIsRolledBackIsToldToNobody() {
    Appeal appeal = Appeal.privately("vk", "Карта не читается");
    Appeal witness = Appeal.privately("vk", "А моя читается");
    try (Line anna = Line.of("anna")) {
      new TransactionTemplate(transactions)
          .executeWithoutResult(
              status -> {
                draft(appeal);
                status.setRollbackOnly();
              });
      draft(witness);
      soon().until(() -> anna.hasHeard(witness.caseId(), "DRAFT"));
      assertThat(anna.hasHeard(appeal.caseId(), "DRAFT")).isFalse();
    }
  }

  @Test
  void anotherNodeHearsItTooAndTheLineToTheDatabaseMends() {
    Appeal appeal = Appeal.privately("vk", "Карта не читается");
    List<Change> there = new CopyOnWriteArrayList<>();
    Loops loops = new Loops(new SimpleMeterRegistry());
    Notifications another =
        new Notifications(
            database,
            new SseHub(access, loops) {
              @Override
              void tell(Change change) {
                there.add(change);
              }
            },
            loops);
    another.start();
    try (Line anna = Line.of("anna")) {
      soon()
          .until(
              () ->
                  jdbc.sql(
                              """
                              select count(*) from pg_stat_activity
                              where query like 'listen desk_live%' or query = 'select 1'
                              """)
                          .query(Integer.class)
                          .single()
                      >= 2);
      long before = anna.heard().stream().filter("event:refresh"::equals).count();
      jdbc.sql(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
              where query like 'listen desk_live%' or query = 'select 1'
              """)
          .query((row, i) -> true)
          .list();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  anna.heard().stream().filter("event:refresh"::equals).count() > before
                      && there.stream().filter(Change.Anything.class::isInstance).count() > 1);
      draft(appeal);
      soon().until(() -> anna.hasHeard(appeal.caseId(), "DRAFT"));
      soon().until(() -> there.contains(new Change.OfCase(appeal.caseId(), "DRAFT")));
    } finally {
      another.stop();
    }
  }

  @Test
  void whoSignsOutHearsNothingMore() {
    Session maria = Session.signIn("maria");
    try (Line line = Line.withCookie(maria.cookie())) {
      assertThat(line.isOver()).isFalse();
      maria.signOut();
      await().atMost(Duration.ofSeconds(15)).until(line::isOver);
    }
  }

  @Test
  void onePersonHoldsOnlySoManyLines() {
    List<Line> lines = new ArrayList<>();
    try {
      while (lines.size() < SseHub.MOST_PER_PERSON) {
        lines.add(Line.of("elena"));
      }
      assertThat(Desk.as("elena").get("/api/live").statusCode()).isEqualTo(429);
    } finally {
      lines.forEach(Line::close);
    }
    assertThat(Desk.as("admin").get("/api/live").statusCode()).isEqualTo(403);
    assertThat(Desk.asNobody().get("/api/live").statusCode()).isEqualTo(401);
  }

  private void draft(Appeal appeal) {
    jdbc.sql("update case_file set draft_version = draft_version + 1 where case_id = ?")
        .param(Long.valueOf(appeal.caseId()))
        .update();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(2)).pollInterval(Duration.ofMillis(50));
  }
}
