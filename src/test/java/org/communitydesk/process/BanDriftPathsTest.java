package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bans that somebody sets or lifts on a platform's own pages. */
class BanDriftPathsTest extends PathTest {

  private static final String PROCESS = "ban-drift";
  private static final String SPAM = Scheme2PathsTest.SPAM;

  @BeforeEach
  void beginAnew() {
    Appeal.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vk", "facebook", "telegram"})
  void aBanLiftedOutsideIsSetAgainForTheRestOfItsTerm(String platform) {
    Appeal appeal = banned(platform).passTime("P2D").liftOutside().compareBans();
    assertThat(kinds(appeal)).containsExactly("LIFTED");
    appeal.compareBans();
    assertThat(kinds(appeal)).as("the same drift is one drift").containsExactly("LIFTED");
    assertThat(shown(appeal))
        .contains("Пётр Иванов", appeal.author(), "блокировка на 7 дней", "не заблокирован");

    appeal.submit("maria", "decideDrift", Map.of("driftDecision", "RESTORE"));

    assertThat(appeal.ban().isMissingNode()).isFalse();
    if (!appeal.ban().path("until").isNull()) {
      assertThat(
              Duration.between(
                      Instant.parse(appeal.sanction().path("until").asText()),
                      Instant.parse(appeal.ban().path("until").asText()))
                  .abs())
          .isLessThan(Duration.ofSeconds(2));
    }
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("RUNNING");
    appeal.compareBans();
    assertThat(appeal.drift(false)).isEmpty();
    JsonNode settled = appeal.drift(true).path(0);
    assertThat(settled.path("state").asText()).isEqualTo("RESTORED");
    assertThat(settled.path("decidedBy").asText()).isEqualTo("maria");
    passed(appeal, PROCESS, "restoreBan", "settleDriftRestored", "driftRestored");
    appeal.passTime("P6D");
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
  }

  @ParameterizedTest
  @ValueSource(strings = "vk")
  void aBanLiftedOutsideMayEndInTheLadderToo(String platform) {
    Appeal appeal = banned(platform).liftOutside().compareBans();
    appeal.submit("maria", "decideDrift", Map.of("driftDecision", "ADOPT"));
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(2);
    assertThat(running(appeal, "sanction")).isNull();
    passed(appeal, "sanction", "sanctionLifted", "sanctionOver");
    passed(appeal, PROCESS, "adoptDrift", "driftAdopted");
    JsonNode ledger = detail(appeal).path("ledger");
    JsonNode end = ledger.path(ledger.size() - 1);
    assertThat(end.path("what").asText()).isEqualTo("ENDED");
    assertThat(end.path("who").asText()).isEqualTo("maria");
    assertThat(end.path("detail").asText()).isEqualTo("lifted-on-platform");
    appeal.compareBans().passTime("P8D").compareBans();
    assertThat(appeal.drift(false)).isEmpty();
    notPassed(appeal, "sanction", "unbanPerson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vk", "telegram"})
  void aBanSetOutsideMayBecomeAMeasureThatTakesNoRung(String platform) {
    Appeal appeal = Appeal.comment(platform, "Когда придёт кешбэк?").banOutside().compareBans();
    assertThat(kinds(appeal)).containsExactly("BANNED");
    assertThat(shown(appeal)).contains("человек не заблокирован", "человек заблокирован");
    appeal.submit("maria", "decideDrift", Map.of("driftDecision", "ADOPT"));

    JsonNode measure = appeal.sanction();
    assertThat(measure.path("measure").asText()).isEqualTo("BAN");
    assertThat(measure.path("rung").asInt()).isZero();
    assertThat(measure.path("state").asText()).isEqualTo("RUNNING");
    assertThat(measure.path("enforcedBy").asText()).isEqualTo("HAND");
    assertThat(measure.path("decidedBy").asText()).isEqualTo("maria");
    assertThat(appeal.compareBans().drift(false)).isEmpty();

    appeal.liftOutside().compareBans();
    assertThat(kinds(appeal)).containsExactly("LIFTED");
    appeal.submit("maria", "decideDrift", Map.of("driftDecision", "ADOPT"));
    Appeal offence = appeal.again(SPAM).confirm("ADVERTISING");
    assertThat(offence.sanction().path("rung").asInt())
        .as("a ban from outside has taken no rung")
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = "facebook")
  void aBanSetOutsideMayBeLifted(String platform) {
    Appeal appeal = Appeal.comment(platform, "Когда придёт кешбэк?").banOutside().compareBans();
    appeal.submit("maria", "decideDrift", Map.of("driftDecision", "RESTORE"));
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(appeal.sanctions()).isEmpty();
    assertThat(appeal.compareBans().drift(false)).isEmpty();
    passed(appeal, PROCESS, "restoreFreedom");
  }

  @Test
  void aPersonWhoNeverWroteIsLetInAgainToo() {
    Desk.asNobody().put("/sandbox/api/vk/bans/555001", "{\"until\":\"2099-01-01T00:00:00Z\"}");
    Appeal.idle();
    JsonNode drift = json(Desk.as("anna").get("/api/sanctions/drift?authorId=555001").body());
    assertThat(drift).hasSize(1);
    assertThat(drift.path(0).path("since").isTextual()).isTrue();
    Task task = openTask();
    assertThat(
            Desk.as("maria")
                .post(
                    "/engine-rest/task/" + task.getId() + "/submit-form",
                    "{\"variables\":{\"driftDecision\":{\"value\":\"RESTORE\"}}}")
                .statusCode())
        .isEqualTo(204);
    Appeal.idle();
    assertThat(json(Desk.asNobody().get("/sandbox/api/vk/state").body()).path("bans")).isEmpty();
    JsonNode card = json(Desk.as("anna").get("/api/people/vk/555001").body());
    assertThat(card.path("drift")).isEmpty();
    assertThat(card.path("measures")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vk", "whatsapp"})
  void whatTheDeskDoesItselfIsNoDrift(String platform) {
    boolean letters = platform.equals("whatsapp");
    Appeal appeal = letters ? Appeal.privately(platform, SPAM) : Appeal.comment(platform, SPAM);
    Appeal second = appeal.confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING").compareBans();
    assertThat(second.ban().isMissingNode()).isFalse();
    assertThat(second.drift(true)).isEmpty();
    second.passTime("P8D").compareBans();
    assertThat(second.ban().isMissingNode()).isTrue();
    assertThat(second.drift(true)).as("the term ended").isEmpty();
  }

  @Test
  void aRevokedBanIsNoDriftWhileItIsBeingLifted() {
    Appeal appeal = banned("facebook").fault("acceptThenReset", 3);
    assertThat(
            Desk.as("maria")
                .post(
                    "/api/sanctions/" + appeal.sanction().path("id").asText() + "/revoke",
                    "{\"why\":\"Ошибка\"}")
                .statusCode())
        .isBetween(200, 299);
    Appeal.idle();
    appeal.compareBans();
    assertThat(appeal.drift(true)).isEmpty();
  }

  @Test
  void aDriftThatVanishesClosesItsTask() {
    Appeal appeal = banned("vk").liftOutside();
    waitsAt(appeal, PROCESS, "decideDrift");
    appeal.banOutside();
    assertThat(running(appeal, PROCESS)).isNull();
    passed(appeal, PROCESS, "driftGone", "driftVanished");
    assertThat(appeal.drift(true).path(0).path("state").asText()).isEqualTo("GONE");
  }

  @Test
  void anIgnoredDriftIsNotAskedAboutAgain() {
    Appeal appeal = banned("vk").liftOutside();
    appeal.submit("maria", "decideDrift", Map.of("driftDecision", "IGNORE"));
    appeal.compareBans().passTime("P2D");
    assertThat(appeal.tasks()).doesNotContain("decideDrift");
    assertThat(appeal.drift(false).path(0).path("state").asText()).isEqualTo("IGNORED");
    appeal.banOutside().compareBans().liftOutside();
    assertThat(kinds(appeal)).as("a new one after all was well").containsExactly("LIFTED");
    waitsAt(appeal, PROCESS, "decideDrift");
  }

  @Test
  void aRefusedRestorationComesBackWithThePlatformsWords() {
    Appeal appeal = banned("ok");
    appeal.submit("anna", "applyByHand", Map.of("handOutcome", "DONE")).compareBans();
    assertThat(kinds(appeal)).as("nobody has done it by hand").containsExactly("LIFTED");
    appeal.submit("maria", "decideDrift", Map.of("driftDecision", "RESTORE"));
    waitsAt(appeal, PROCESS, "decideDrift");
    assertThat(local(appeal, Variables.PROBLEM)).contains("не даёт этого через API");
    appeal.banOutside().compareBans();
    assertThat(appeal.drift(false)).isEmpty();
  }

  @Test
  void aPlatformThatCannotBeReadLeavesAllAsItWas() {
    Appeal appeal = banned("facebook").liftOutside().fault("tokenExpired").compareBans();
    assertThat(appeal.drift(true)).isEmpty();
    JsonNode readings = json(Desk.as("maria").get("/api/sanctions/reconciliation").body());
    assertThat(readings.findValuesAsText("platform")).contains("facebook", "vk");
    assertThat(
            StreamSupport.stream(readings.spliterator(), false)
                .filter(one -> one.path("platform").asText().equals("facebook"))
                .map(one -> one.path("reason").asText()))
        .allMatch(reason -> !reason.isEmpty());
    appeal.renewToken();
    appeal.compareBans();
    assertThat(kinds(appeal)).containsExactly("LIFTED");
  }

  @Test
  void aLongBlacklistIsReadToItsEndAndAskedAboutInPortions() {
    Appeal last = banned("vk");
    for (int id = 1; id <= 205; id++) {
      Desk.asNobody().put("/sandbox/api/vk/bans/" + (600_000 + id), "{}");
    }
    Appeal.idle();
    last.passTime("PT1M").compareBans();
    JsonNode all = json(Desk.as("anna").get("/api/sanctions/drift?limit=1000").body());
    assertThat(all).hasSize(205);
    assertThat(last.drift(true)).isEmpty();
    assertThat(engine.getTaskService().createTaskQuery().taskDefinitionKey("decideDrift").count())
        .isEqualTo(50);
    assertThat(
            engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .activityId("isAccountCompared")
                .count())
        .as("a job for each part")
        .isGreaterThan(6);
  }

  private static Appeal banned(String platform) {
    return Appeal.comment(platform, SPAM).confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING");
  }

  private static List<String> kinds(Appeal appeal) {
    return appeal.drift(false).findValuesAsText("kind");
  }

  private String shown(Appeal appeal) {
    return local(appeal, Variables.DRIFT_TEXT);
  }

  private String local(Appeal appeal, ProcessVariable<String> variable) {
    return (String)
        engine
            .getTaskService()
            .getVariableLocal(appeal.task("maria", "decideDrift"), variable.name());
  }

  private Task openTask() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey("decideDrift")
        .singleResult();
  }

  private static JsonNode detail(Appeal appeal) {
    return json(
        Desk.as("anna").get("/api/sanctions/" + appeal.sanction().path("id").asText()).body());
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
