package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Counts;
import org.communitydesk.cases.SlaTarget;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class CaseClockPathsTest extends PathTest {

  private static final String PROCESS = "case-clock";
  private static final int FIRST_RESPONSE = 0;
  private static final int RESOLUTION = 1;

  @Autowired Clocks clocks;
  @Autowired JdbcTemplate jdbc;

  @Test
  void theCaseFileShowsBothClocksAndTheTableTheyComeFrom() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос");
    waitsAt(appeal, PROCESS, "awaitDeadline");
    Instant opened = moment(appeal.file(), "openedAt");
    assertThat(moment(clock(appeal, FIRST_RESPONSE), "dueAt")).isEqualTo(opened.plusSeconds(7200));
    assertThat(moment(appeal.file(), "dueAt")).isEqualTo(opened.plusSeconds(7200));
    assertThat(moment(clock(appeal, RESOLUTION), "dueAt"))
        .isEqualTo(opened.plus(3, ChronoUnit.DAYS));
    assertThat(clock(appeal, FIRST_RESPONSE).path("tableVersion").asText()).matches("\\d+");
    assertThat(timeline(appeal)).contains("DEADLINE_SET");
  }

  @Test
  void anAuthorWhomManyReadIsAnsweredSooner() {
    String author = String.valueOf(System.nanoTime() % 1_000_000_000);
    String person = "/sandbox/api/vk/people/" + author;
    assertThat(Desk.asNobody().put(person, "{\"followers\":10000}").statusCode()).isEqualTo(200);
    Appeal appeal =
        Appeal.commentBy("vk", author, "Вы опять всё сломали!").classify("CONSTRUCTIVE_NEGATIVE");
    assertThat(moment(appeal.file(), "dueAt"))
        .isEqualTo(moment(appeal.file(), "openedAt").plus(30, ChronoUnit.MINUTES));
  }

  @Test
  void aChangedTableHoldsForNewAppealsAndOldOnesShowWhichOneTheyHave() throws IOException {
    Appeal old = Appeal.comment("vk", "Есть вопрос");
    JsonNode clock = clock(old, FIRST_RESPONSE);
    String changed =
        Files.readString(Path.of("processes", "service-level.dmn")).replace("PT2H", "PT1H");
    RepositoryService repository = engine.getRepositoryService();
    String deployment =
        repository.createDeployment().addString("service-level.dmn", changed).deploy().getId();
    try {
      Appeal fresh = Appeal.comment("vk", "Есть вопрос");
      assertThat(moment(fresh.file(), "dueAt"))
          .isEqualTo(moment(fresh.file(), "openedAt").plus(1, ChronoUnit.HOURS));
      assertThat(clock(fresh, FIRST_RESPONSE).path("tableVersion").asInt())
          .isGreaterThan(clock.path("tableVersion").asInt());
      assertThat(clock(old, FIRST_RESPONSE).path("dueAt")).isEqualTo(clock.path("dueAt"));
      assertThat(clock(old, FIRST_RESPONSE).path("tableVersion"))
          .isEqualTo(clock.path("tableVersion"));
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void theClassBringsItsOwnDeadline() {
    Appeal appeal = Appeal.comment("vk", "Вы опять всё сломали!").classify("CONSTRUCTIVE_NEGATIVE");
    passed(appeal, "appeal", "serviceLevelOfClass", "setDeadlineOfClass");
    waitsAt(appeal, "scheme-3-negative", "prepareOfficialReply");
    assertThat(moment(appeal.file(), "dueAt"))
        .isEqualTo(moment(appeal.file(), "openedAt").plusSeconds(3600));
    assertThat(appeal.file().path("clocks")).hasSize(2);
  }

  @Test
  void aNearDeadlineRaisesTheTasksAndAMissedOneCallsTheSupervisor() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос").passTime("PT1H31M");
    passed(appeal, PROCESS, "deadlineCame", "raiseUrgencyNear");
    assertThat(priority(appeal, "classifyAppeal")).isEqualTo(90);
    appeal.passTime("PT30M");
    passed(appeal, PROCESS, "raiseUrgencyMissed", "callSupervisor", "deadlineMissed");
    waitsAt(appeal, PROCESS, "awaitDeadline", "decideBreach");
    assertThat(priority(appeal, "classifyAppeal")).isEqualTo(100);
    assertThat(timeline(appeal)).contains("DEADLINE_MISSED");
    assertThat(clock(appeal, FIRST_RESPONSE).path("breachedAt").isTextual()).isTrue();
    assertThat(appeal.trySubmit("maria", "decideBreach", Map.of("remark", "Ответьте до двух.")))
        .returns(204, answer -> answer.statusCode());
    Appeal.idle();
    passed(appeal, PROCESS, "decideBreach", "breachDecided");
    assertThat(appeal.file().path("notes").findValuesAsText("text")).contains("Ответьте до двух.");
    appeal.passTime("PT5H");
    assertThat(timeline(appeal)).containsOnlyOnce("DEADLINE_MISSED");
  }

  @Test
  void theClocksStandWhileTheUserHasTheWord() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос").toReply().reply("Отвечаем.");
    assertThat(clock(appeal, FIRST_RESPONSE).path("metAt").isTextual()).isTrue();
    assertThat(clock(appeal, RESOLUTION).path("pausedBy").asText()).isEqualTo("USER");
    assertThat(appeal.file().path("dueAt").isNull()).isTrue();
    Duration left = left(appeal, RESOLUTION);
    appeal.passTime("P2D");
    assertThat(left(appeal, RESOLUTION)).isEqualTo(left);
    appeal.write("А когда именно?");
    passed(appeal, PROCESS, "clocksChanged");
    assertThat(clock(appeal, RESOLUTION).path("pausedBy").isNull()).isTrue();
    assertThat(moment(appeal.file(), "dueAt"))
        .isCloseTo(
            moment(appeal.file(), "openedAt").plus(5, ChronoUnit.DAYS),
            within(2, ChronoUnit.MINUTES));
  }

  @Test
  void theClocksStandWhileTheContactCenterHasTheWord() {
    Appeal appeal = Appeal.comment("vk", "Сложный вопрос").toReply();
    appeal.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Что ответить?"));
    assertThat(clock(appeal, FIRST_RESPONSE).path("pausedBy").asText()).isEqualTo("CONTACT_CENTER");
    appeal.passTime("PT3H");
    assertThat(timeline(appeal)).doesNotContain("DEADLINE_MISSED");
    appeal.submit("olga", "answerRequest", Map.of("contactCenterAnswer", "Вот ответ."));
    assertThat(moment(clock(appeal, FIRST_RESPONSE), "dueAt"))
        .isCloseTo(
            moment(appeal.file(), "openedAt").plus(5, ChronoUnit.HOURS),
            within(2, ChronoUnit.MINUTES));
  }

  @Test
  void aClosedCaseIsWatchedNoMore() {
    Appeal appeal = Appeal.comment("vk", "👍").classify("NO_REACTION");
    passed(appeal, PROCESS, "nothingToWatch");
    assertThat(running(appeal, PROCESS)).isNull();
    assertThat(clock(appeal, FIRST_RESPONSE).path("breachedAt").isNull()).isTrue();
  }

  @ParameterizedTest(name = "from {0} in {1} of business hours: {2}")
  @CsvSource({
    "2026-12-30T14:00:00Z, PT2H, 2027-01-11T07:00:00Z",
    "2026-11-03T13:00:00Z, PT2H, 2026-11-05T07:00:00Z",
    "2027-02-19T14:00:00Z, PT2H, 2027-02-20T07:00:00Z",
    "2027-11-03T13:30:00Z, PT1H, 2027-11-08T06:30:00Z"
  })
  void businessHoursLeadOverAHolidayWeekend(Instant from, Duration within, Instant due) {
    String caseId = Appeal.comment("vk", "Не срочно").caseId();
    clocks.promise(
        fresh(caseId),
        from,
        new SlaTarget(within, null, Duration.ofHours(1), Counts.BUSINESS, "test"));
    assertThat(clocks.current(caseId).orElseThrow().dueAt()).isEqualTo(due);
  }

  @Test
  void aYearWithoutACalendarIsNamedAndCountedRoundTheClock() {
    Appeal appeal = Appeal.comment("vk", "Не срочно");
    Instant from = Instant.parse("2031-05-05T09:00:00Z");
    clocks.promise(
        fresh(appeal.caseId()),
        from,
        new SlaTarget(Duration.ofHours(2), null, Duration.ZERO, Counts.BUSINESS, "test"));
    assertThat(clocks.current(appeal.caseId()).orElseThrow().dueAt())
        .isEqualTo(from.plusSeconds(7200));
    assertThat(timeline(appeal)).contains("CALENDAR_MISSING");
    assertThat(appeal.file().path("timeline").toString()).contains("Нет календаря на 2031 год");
  }

  @Test
  void theCalendarIsLoadedByThoseWhoMay() {
    String good =
        """
        {"year": 2028, "windows": {"WORKDAY": ["10:00-19:00"], "SHORT": [], "DAY_OFF": []}, "days": []}
        """;
    String bad = good.replace("\"10:00-19:00\"", "\"10:00-19:00\", \"18:00-20:00\"");
    assertThat(Desk.as("anna").put("/api/calendar/2028", good).statusCode()).isEqualTo(403);
    assertThat(Desk.as("pavel").put("/api/calendar/2028", good).statusCode()).isEqualTo(200);
    assertThat(Desk.as("maria").put("/api/calendar/2028", bad))
        .returns(422, answer -> answer.statusCode())
        .satisfies(
            answer ->
                assertThat(answer.body())
                    .contains("windows.WORKDAY[1]: окно 18:00-20:00 пересекается с другим"));
    assertThat(Desk.as("anna").get("/api/calendar/2028").body())
        .contains("\"loadedBy\":\"pavel\"", "10:00-19:00")
        .doesNotContain("18:00-20:00");
    assertThat(Desk.as("anna").get("/api/calendar/2026").body()).contains("№ 1466");
    assertThat(Desk.as("anna").get("/api/calendar/2040").statusCode()).isEqualTo(404);
  }

  private String fresh(String caseId) {
    jdbc.update("delete from desk.case_clock where case_id = ?", Long.valueOf(caseId));
    return caseId;
  }

  private static JsonNode clock(Appeal appeal, int which) {
    return appeal.file().path("clocks").path(which);
  }

  private static Duration left(Appeal appeal, int which) {
    return Duration.parse(clock(appeal, which).path("left").asText());
  }

  private static Instant moment(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private static List<String> timeline(Appeal appeal) {
    return appeal.file().path("timeline").findValuesAsText("what");
  }

  private int priority(Appeal appeal, String task) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskId(appeal.task("anna", task))
        .singleResult()
        .getPriority();
  }
}
