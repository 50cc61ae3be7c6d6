package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Scheme2PathsTest extends PathTest {

  static final String SPAM =
      "Заработок без вложений от 50 000 рублей в день! Пиши в телеграм t.me/zarabotok_tut";
  static final String OBSCENE = "Вы там охуели совсем?";

  private static final String PROCESS = "scheme-2-violation";

  @Test
  void aSuspectedMessageComesToAModeratorWithItsConsequence() {
    Appeal appeal = Appeal.comment("vk", SPAM);
    waitsAt(appeal, PROCESS, "confirmViolation");
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isFalse();
    assertThat(shown(appeal, "consequenceText")).contains("Ступень 1: предупреждение");
    assertThat(shown(appeal, "noticeFlood")).contains("флуд").contains("предупреждение");
    assertThat(shown(appeal, "detectedText")).contains("реклама");
    notPassed(appeal, PROCESS, "recordOffence", "hideAtOnceCall");
  }

  @Test
  void aFirstViolationIsAWarningThatThePersonReads() {
    Appeal appeal = Appeal.comment("vk", SPAM).confirm("ADVERTISING");
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isTrue();
    assertThat(appeal.sanction().path("measure").asText()).isEqualTo("WARNING");
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(1);
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("RUNNING");
    assertThat(appeal.state().path("messages").findValuesAsText("text"))
        .anyMatch(text -> text.contains("предупреждение") && text.contains("реклама"));
    passed(appeal, PROCESS, "removeMessage", "recordOffence", "openSanction", "noteTold");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("SANCTIONED");
  }

  @Test
  void plainObscenityIsHiddenAtOnceAndShownAgainWhenItWasNone() {
    Appeal appeal = Appeal.comment("facebook", OBSCENE);
    passed(appeal, PROCESS, "hideAtOnceCall");
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("hidden").asBoolean()).isTrue();
    appeal.submit(
        "anna",
        "confirmViolation",
        Map.of("violation", "NONE", "noViolationDecision", "NO_REACTION"));
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("hidden").asBoolean()).isFalse();
    passed(appeal, PROCESS, "wasHidden", "showMessage", "leftWithoutReaction");
    assertThat(appeal.sanctions()).isEmpty();
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "ok"})
  void whatThePlatformCannotBringBackWaitsForAPerson(String platform) {
    Appeal appeal = Appeal.comment(platform, OBSCENE);
    waitsAt(appeal, PROCESS, "confirmViolation");
    notPassed(appeal, PROCESS, "hideAtOnceCall");
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isFalse();
  }

  @Test
  void plainObscenityIsPunishedOnlyAfterAPersonHasLooked() {
    Appeal appeal = Appeal.comment("facebook", OBSCENE);
    assertThat(appeal.sanctions()).isEmpty();
    appeal.confirm("OBSCENE");
    notPassed(appeal, PROCESS, "removeMessage");
    assertThat(appeal.sanction().path("violation").asText()).isEqualTo("OBSCENE");
  }

  @Test
  void noViolationIsAnsweredInShort() {
    Appeal appeal =
        Appeal.comment("vk", SPAM)
            .submit(
                "anna",
                "confirmViolation",
                Map.of(
                    "violation",
                    "NONE",
                    "noViolationDecision",
                    "REPLY",
                    "replyText",
                    "Пожалуйста, пишите по делу."));
    assertThat(appeal.answers()).containsExactly("Пожалуйста, пишите по делу.");
    passed(appeal, PROCESS, "publishAnswer", "appealAnswered");
  }

  @Test
  void noViolationMayBeAnotherScheme() {
    Appeal appeal =
        Appeal.comment("vk", SPAM)
            .submit(
                "anna",
                "confirmViolation",
                Map.of("violation", "NONE", "noViolationDecision", "WRONG_SCHEME"));
    waitsAt(appeal, "appeal", "classifyAppeal");
    passed(appeal, PROCESS, "wrongScheme");
    appeal.classify("NON_CONSTRUCTIVE");
    waitsAt(appeal, PROCESS, "confirmViolation");
  }

  @Test
  void whatWasWrittenBeforeTheNoticeDoesNotClimb() {
    Appeal appeal = Appeal.comment("vk", SPAM);
    String second = appeal.write(SPAM + " Торопись!");
    for (String task : appeal.taskIds("confirmViolation")) {
      complete("anna", task, "violation", "ADVERTISING");
    }
    assertThat(appeal.sanctions()).hasSize(1);
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(1);
    assertThat(appeal.onPlatform(second).path("deleted").asBoolean()).isTrue();
    passed(appeal, PROCESS, "offenceRecorded");
    passed(appeal, "appeal", "gatherContextForEvidence", "violationWorked");
  }

  @Test
  void aBanForEverNeedsAnotherPersonThanWhoProposedIt() {
    Appeal appeal = fourth("vk");
    waitsAt(appeal, PROCESS, "confirmPermanentBan");
    assertThat(appeal.trySubmit("anna", "confirmPermanentBan", Map.of()).statusCode())
        .isEqualTo(403);
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "FOR_EVER"));
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(4);
    assertThat(appeal.sanction().path("days").isNull()).isTrue();
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("PLATFORM");
    assertThat(appeal.ban().path("until").isNull()).isTrue();
  }

  @Test
  void evenAnAdministratorWhoProposedABanForEverDoesNotDecideAboutIt() {
    Appeal appeal = third("vk").again(SPAM);
    appeal.submit("admin", "confirmViolation", Map.of("violation", "ADVERTISING"));
    waitsAt(appeal, PROCESS, "confirmPermanentBan");
    HttpResponse<String> own =
        appeal.trySubmit("admin", "confirmPermanentBan", Map.of("permanentDecision", "FOR_EVER"));
    assertThat(own.statusCode()).as(own.body()).isEqualTo(403);
    assertThat(own.body()).contains("четыре глаза");
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "MONTH"));
    assertThat(appeal.sanction().path("days").asInt()).isEqualTo(30);
    passed(appeal, PROCESS, "chooseDecider", "isBanConfirmed", "openSanction");
  }

  @Test
  void aSupervisorMayTakeTheViolationBack() {
    Appeal appeal = fourth("vk");
    String message = appeal.firstMessage();
    assertThat(appeal.onPlatform(message).path("deleted").asBoolean()).isTrue();
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "WITHDRAW"));
    assertThat(appeal.onPlatform(message).path("deleted").asBoolean()).isFalse();
    assertThat(appeal.sanctions()).hasSize(3);
    passed(appeal, PROCESS, "withdrawOffence", "showWithdrawn", "offenceWithdrawn");
  }

  @Test
  void aDeadKeyHoldsTheRemovalUntilItIsRenewed() {
    Appeal appeal = Appeal.comment("vk", SPAM);
    appeal.fault("tokenExpired");
    appeal.confirm("ADVERTISING");
    waitsAt(appeal, "platform-act", "awaitRelease");
    appeal.renewToken();
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isTrue();
    passed(appeal, "platform-act", "awaitRelease", "publicationReleased", "actDone");
  }

  @Test
  void aHeldRemovalIsTriedAgainThoughNobodyTellsOfTheRelease() {
    Appeal appeal = Appeal.comment("vk", SPAM).fault("tokenExpired").confirm("ADVERTISING");
    appeal.passTime("PT6M");
    passed(appeal, "platform-act", "tryAgainLater");
    appeal.renewToken();
    assertThat(appeal.onPlatform(appeal.firstMessage()).path("deleted").asBoolean()).isTrue();
  }

  @Test
  void whoCannotBeToldStaysOnTheRung() {
    Appeal appeal = Appeal.comment("vk", SPAM).fault("blockedByUser").confirm("ADVERTISING");
    appeal.submit("anna", "publishByHand", Map.of("handOutcome", "IMPOSSIBLE"));
    passed(appeal, PROCESS, "personNotTold");
    assertThat(appeal.sanction().path("noticeAt").isNull()).isTrue();
    Appeal next = appeal.again(SPAM).confirm("ADVERTISING");
    assertThat(next.sanctions()).hasSize(1);
  }

  @Test
  void twoProposalsForOneRungAreOneMeasure() {
    Appeal appeal = third("vk").again(SPAM);
    appeal.write(SPAM + " Торопись!");
    for (String task : appeal.taskIds("confirmViolation")) {
      complete("anna", task, "violation", "ADVERTISING");
    }
    for (String task : appeal.taskIds("confirmPermanentBan")) {
      complete("maria", task, "permanentDecision", "FOR_EVER");
    }
    assertThat(appeal.sanctions()).hasSize(4);
    passed(appeal, PROCESS, "alreadyMeasured", "personSanctioned");
  }

  static Appeal third(String platform) {
    Appeal appeal = Appeal.comment(platform, SPAM).confirm("ADVERTISING");
    appeal = appeal.again(SPAM).confirm("ADVERTISING").passTime("P8D");
    return appeal.again(SPAM).confirm("ADVERTISING").passTime("P31D");
  }

  static Appeal fourth(String platform) {
    return third(platform).again(SPAM).confirm("ADVERTISING");
  }

  private static void complete(String person, String task, String field, String value) {
    HttpResponse<String> answer =
        Desk.as(person)
            .post(
                "/engine-rest/task/" + task + "/submit-form",
                "{\"variables\":{\"" + field + "\":{\"value\":\"" + value + "\"}}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    Appeal.idle();
  }

  private String shown(Appeal appeal, String variable) {
    return (String)
        engine.getTaskService().getVariableLocal(appeal.task("anna", "confirmViolation"), variable);
  }
}
