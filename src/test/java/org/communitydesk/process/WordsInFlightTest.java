package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.HeldRow;
import org.communitydesk.support.RestingJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A person writes while somebody decides: no word of theirs is buried with the decision. */
class WordsInFlightTest extends PathTest {

  private static final String QUESTION = "С карты дважды списали 3000 рублей, помогите!";
  private static final Map<String, String> NO_REACTION = Map.of("appealClass", "NO_REACTION");

  @Autowired DataSource database;

  @Test
  void aQuestionRightBehindAViolationIsAsked() {
    Appeal appeal;
    try (RestingJobs resting = RestingJobs.of(engine)) {
      appeal = Appeal.inFlight("vk", Scheme2PathsTest.SPAM, QUESTION);
      assertThat(resting).isNotNull();
    }
    Appeal.idle();
    appeal.confirm("ADVERTISING");
    isStillAsked(appeal);
    appeal.classify("CONSTRUCTIVE").reply("Проверяем списание.");
    assertThat(appeal.answers()).contains("Проверяем списание.");
    appeal.passTime("PT73H");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void whoConfirmsAViolationHasNotAnsweredWhatTheySaw() {
    Appeal appeal = Appeal.comment("vk", Scheme2PathsTest.SPAM);
    appeal.write(QUESTION);
    String task = appeal.task("anna", "confirmViolation");
    look("anna", task);
    appeal.confirm("ADVERTISING");
    isStillAsked(appeal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_REACTION", "REPLY"})
  void whatIsNoViolationDoesNotBuryTheQuestionBehindIt(String decision) {
    Appeal appeal = Appeal.comment("vk", Scheme2PathsTest.SPAM);
    String task = appeal.task("anna", "confirmViolation");
    appeal.send(QUESTION, null);
    Appeal.idle();
    appeal.submit(
        "anna",
        "confirmViolation",
        Map.of(
            "violation",
            "NONE",
            "noViolationDecision",
            decision,
            "replyText",
            "Пишите, пожалуйста, по делу."));
    assertThat(appeal.taskIds("confirmViolation")).doesNotContain(task);
    isStillAsked(appeal);
  }

  @Test
  void aFormThatIsOlderThanTheConversationDoesNotCloseIt() {
    Appeal appeal = Appeal.comment("vk", "👍");
    String old = appeal.task("anna", "classifyAppeal");
    Appeal.awaitJoined(appeal.send("помогите", null));
    // 409 says that somebody else changed the task: the message came in at that moment
    await().until(() -> submit(old, NO_REACTION).statusCode() == 204);
    Appeal.idle();
    isStillAsked(appeal);
    String fresh = appeal.task("anna", "classifyAppeal");
    assertThat(variables(fresh).path("problem").path("value").asText()).contains("написал ещё");
    appeal.classify("NO_REACTION");
    await()
        .untilAsserted(
            () -> assertThat(appeal.file().path("outcome").asText()).isEqualTo("NO_REACTION"));
  }

  @Test
  void whatTheModeratorHasSeenMeanwhileIsDecidedToo() {
    Appeal appeal = Appeal.comment("vk", "👍");
    appeal.write("и ещё раз 👍");
    look("anna", appeal.task("anna", "classifyAppeal"));
    appeal.classify("NO_REACTION");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void aChangedMessageIsReadAgainBeforeNobodyReacts() {
    Appeal appeal = Appeal.comment("vk", "👍");
    appeal.edit(appeal.firstMessage(), "👍 А где мой кешбэк?");
    appeal.classify("NO_REACTION");
    isStillAsked(appeal);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void messageAndNoReactionMeetAtTheCase(boolean messageFirst) {
    Appeal appeal = Appeal.comment("vk", "👍");
    String task = appeal.task("anna", "classifyAppeal");
    String message;
    CompletableFuture<HttpResponse<String>> form;
    try (HeldRow held = HeldRow.caseFile(database, appeal.caseId())) {
      if (messageFirst) {
        message = appeal.send("помогите", null);
        held.awaitWaiting(1);
        form = held.start(() -> submit(task, NO_REACTION));
      } else {
        form = held.start(() -> submit(task, NO_REACTION));
        message = appeal.send("помогите", null);
        held.awaitWaiting(2);
      }
    }
    assertThat(form.join().statusCode()).isIn(204, 409);
    Appeal.idle();
    JsonNode of = Appeal.find(message);
    assertThat(of.path("state").asText()).isEqualTo("OPEN");
    assertThat(open(of.path("caseId").asText())).contains("classifyAppeal");
  }

  @Test
  void aMessageOvertakesAWithdrawal() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    appeal.delete(appeal.firstMessage());
    appeal.task("anna", "decideWithdrawnAppeal");
    appeal.write("Нет, всё-таки помогите с кешбэком");
    HttpResponse<String> late =
        appeal.trySubmit("anna", "decideWithdrawnAppeal", Map.of("withdrawnDecision", "CLOSE"));
    assertThat(late.statusCode()).as(late.body()).isEqualTo(409);
    assertThat(late.body()).contains("написал снова");
    appeal.submit("anna", "decideWithdrawnAppeal", Map.of("withdrawnDecision", "CONTINUE"));
    appeal.reply("Кешбэк придёт завтра.");
    appeal.reply("Кешбэк придёт завтра.");
    assertThat(appeal.answers()).containsExactly("Кешбэк придёт завтра.");
  }

  @Test
  void leavingAnAppealUnansweredLeavesTheNewQuestionAlone() {
    Appeal appeal = Appeal.comment("vk", "Просто мысли вслух").toReply();
    appeal.write(QUESTION);
    appeal.decide("CLOSE");
    isStillAsked(appeal);
  }

  @Test
  void aSettledNegativeIsOpenAgainWhenThePersonGoesOn() {
    Appeal appeal =
        Appeal.comment("vk", "Третий день жду ответа, безобразие! Верните деньги.")
            .classify("CONSTRUCTIVE_NEGATIVE")
            .submit(
                "anna",
                "prepareOfficialReply",
                Map.of("replyDecision", "REPLY", "replyText", "Разбираемся, ответим сегодня."));
    appeal.write("Спасибо, всё пришло!");
    appeal.task("anna", "judgeReaction");
    appeal.write("Нет, " + QUESTION);
    appeal.submit("anna", "judgeReaction", Map.of("reactionSettled", true));
    isStillAsked(appeal);
  }

  @Test
  void theAnswerOfWhoHasNotSeenTheNewWordsDoesNotGoOutThoughTheSupervisorHas() {
    Appeal appeal = Appeal.comment("vk", "Верните деньги за кешбэк!").toReply();
    appeal.reply("Мы вернём вам деньги завтра, обещаем.");
    String approval = appeal.task("maria", "approveReply");
    appeal.write("Деньги уже пришли. Другой вопрос: где карта?");
    look("maria", approval);
    appeal.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));
    assertThat(appeal.answers()).isEmpty();
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
  }

  @Test
  void onlyACertainViolationIsChosenBeforeAPersonChooses() {
    Appeal certain = Appeal.comment("vk", Scheme2PathsTest.OBSCENE);
    JsonNode chosen = variables(certain.task("anna", "confirmViolation"));
    assertThat(chosen.path("violation").path("value").asText()).isEqualTo("OBSCENE");
    Appeal doubtful = Appeal.comment("vk", Scheme2PathsTest.SPAM);
    String task = doubtful.task("anna", "confirmViolation");
    assertThat(variables(task).has("violation")).isFalse();
    HttpResponse<String> oneClick = doubtful.trySubmit("anna", "confirmViolation", Map.of());
    assertThat(oneClick.statusCode()).as(oneClick.body()).isEqualTo(400);
    assertThat(doubtful.sanctions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "ADVERTISING"})
  void theCaseStaysOpenWhileSomebodyStillDecidesAboutWordsBesideIt(String violation) {
    Appeal appeal = Appeal.comment("vk", "Просто мысли вслух").toReply();
    appeal.write(Scheme2PathsTest.SPAM);
    appeal.task("anna", "confirmViolation");
    look("anna", appeal.task("anna", "prepareReply"));
    appeal.decide("CLOSE");
    assertThat(appeal.file().path("state").asText()).isEqualTo("OPEN");
    waitsAt(appeal, "appeal", "workBesideOver");
    appeal.submit(
        "anna",
        "confirmViolation",
        Map.of("violation", violation, "noViolationDecision", "WRONG_SCHEME"));
    if (violation.equals("NONE")) {
      isStillAsked(appeal);
    } else {
      assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
    }
  }

  @Test
  void whoeverWritesWhileTheClosingWaitsIsHeard() {
    Appeal appeal = Appeal.comment("vk", "Просто мысли вслух").toReply();
    appeal.write(Scheme2PathsTest.SPAM);
    appeal.decide("CLOSE");
    appeal.write(QUESTION);
    isStillAsked(appeal);
    look("anna", appeal.task("anna", "classifyAppeal"));
    appeal.classify("NO_REACTION");
    assertThat(appeal.file().path("state").asText()).isEqualTo("OPEN");
    appeal.confirm("ADVERTISING");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingAndTheDecisionBesideItMeetAtTheCase(boolean closingFirst) {
    Appeal appeal = Appeal.comment("vk", "Просто мысли вслух").toReply();
    appeal.write(Scheme2PathsTest.SPAM);
    String beside = appeal.task("anna", "confirmViolation");
    String main = appeal.task("anna", "prepareReply");
    look("anna", main);
    Map<String, String> back = Map.of("violation", "NONE", "noViolationDecision", "WRONG_SCHEME");
    Map<String, String> close = Map.of("replyDecision", "CLOSE");
    CompletableFuture<HttpResponse<String>> first;
    CompletableFuture<HttpResponse<String>> second;
    try (HeldRow held = HeldRow.caseFile(database, appeal.caseId())) {
      first = held.start(() -> closingFirst ? submit(main, close) : submit(beside, back));
      second = held.start(() -> closingFirst ? submit(beside, back) : submit(main, close));
    }
    assertThat(first.join().statusCode()).isIn(204, 409);
    assertThat(second.join().statusCode()).isIn(204, 409);
    Appeal.idle();
    assertThat(appeal.file().path("state").asText()).isEqualTo("OPEN");
    assertThat(appeal.tasks()).isNotEmpty();
  }

  @Test
  void whatIsChangedInAClosedCaseIsAskedAnew() {
    Appeal appeal = Appeal.comment("vk", "Спасибо!").classify("NO_REACTION");
    appeal.edit(appeal.firstMessage(), QUESTION);
    JsonNode now = Appeal.find(appeal.firstMessage());
    assertThat(now.path("state").asText()).isEqualTo("OPEN");
    assertThat(open(now.path("caseId").asText())).containsExactly("classifyAppeal");
    JsonNode file = read(Desk.as("anna").get("/api/appeals/" + now.path("caseId").asText()).body());
    assertThat(file.path("continues").asText()).isEqualTo(appeal.caseId());
    assertThat(appeal.file().path("conversation").findValuesAsText("externalId"))
        .as("the old case still shows what it was about")
        .contains(appeal.firstMessage());
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Спасибо", "СПАСИБО!!", " спасибо! "})
  void anEditThatSaysTheSameOpensNothing(String same) {
    Appeal appeal = Appeal.comment("vk", "Спасибо!").classify("NO_REACTION");
    appeal.edit(appeal.firstMessage(), same);
    JsonNode now = Appeal.find(appeal.firstMessage());
    assertThat(now.path("caseId").asText()).isEqualTo(appeal.caseId());
    assertThat(now.path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void anEditJoinsTheCaseThatIsOpenNow() {
    Appeal closed = Appeal.comment("vk", "Спасибо!").classify("NO_REACTION");
    String second = closed.write("Подскажите, где карта?");
    closed.edit(closed.firstMessage(), QUESTION);
    assertThat(Appeal.find(closed.firstMessage()).path("caseId").asText())
        .isEqualTo(Appeal.find(second).path("caseId").asText());
    assertThat(Appeal.find(second).path("state").asText()).isEqualTo("OPEN");
  }

  private void isStillAsked(Appeal appeal) {
    assertThat(appeal.file().path("state").asText()).isEqualTo("OPEN");
    assertThat(appeal.taskIds("classifyAppeal")).hasSize(1);
  }

  private List<String> open(String caseId) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(caseId)
        .list()
        .stream()
        .map(task -> task.getTaskDefinitionKey())
        .toList();
  }

  /** Takes the task and has the whole conversation before their eyes, as the pane tells it. */
  private static void look(String person, String task) {
    Desk.as(person).post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + person + "\"}");
    JsonNode pane = read(Desk.as(person).get("/api/tasks/" + task + "/conversation").body());
    HttpResponse<String> seen =
        Desk.as(person)
            .put(
                "/api/tasks/" + task + "/seen",
                "{\"heard\":%d,\"entry\":%d}"
                    .formatted(
                        pane.path("heard").asLong(),
                        pane.path("conversation").findValues("id").stream()
                            .mapToLong(JsonNode::asLong)
                            .max()
                            .orElse(0)));
    assertThat(seen.statusCode()).as(seen.body()).isEqualTo(204);
  }

  private static HttpResponse<String> submit(String task, Map<String, String> fields) {
    String variables =
        fields.entrySet().stream()
            .map(one -> "\"%s\":{\"value\":\"%s\"}".formatted(one.getKey(), one.getValue()))
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    return Desk.as("anna")
        .post("/engine-rest/task/" + task + "/submit-form", "{\"variables\":{" + variables + "}}");
  }

  private static JsonNode variables(String task) {
    return read(Desk.as("anna").get("/engine-rest/task/" + task + "/form-variables").body());
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (java.io.IOException unreadable) {
      throw new AssertionError(json, unreadable);
    }
  }
}
