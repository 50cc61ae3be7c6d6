package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.EveryTable;
import org.communitydesk.support.HeldRow;
import org.communitydesk.support.RestingJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two things at once, in either order: whichever comes first, nothing is lost and nobody wronged.
 */
class InterleavingPathsTest extends PathTest {

  private static final String SPAM = Scheme2PathsTest.SPAM;
  private static final String CALM = "Подскажите, где моя карта?";
  private static final String NEW_VERSIONS = "new versions of everything";
  private static final List<String> NEW =
      List.of(
          "appeal.bpmn",
          "scheme-1-constructive.bpmn",
          "scheme-2-violation.bpmn",
          "publish-reply.bpmn",
          "contact-center-request.bpmn",
          "prepare-reply.form",
          "approve-reply.form",
          "service-level.dmn",
          "reply-approval.dmn");

  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void takeTheNewVersionsAway() {
    var repository = engine.getRepositoryService();
    var deployments = repository.createDeploymentQuery().deploymentName(NEW_VERSIONS).list();
    if (!deployments.isEmpty()) {
      Appeal.reset();
      deployments.forEach(one -> repository.deleteDeployment(one.getId(), true));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEditAndItsConfirmation(boolean editFirst) {
    Appeal appeal = Appeal.comment("vk", SPAM);
    String task = appeal.task("anna", "confirmViolation");
    Supplier<HttpResponse<String>> edit = () -> edited(appeal, CALM);
    Supplier<HttpResponse<String>> confirm = () -> submit("anna", task, "violation", "ADVERTISING");
    CompletableFuture<HttpResponse<String>> form;
    try (HeldRow held = HeldRow.caseFile(database, appeal.caseId())) {
      if (editFirst) {
        held.start(edit);
        held.awaitWaiting(1);
      }
      form = held.start(confirm);
      if (!editFirst) {
        held.start(edit);
      }
    }
    HttpResponse<String> answer = form.join();
    Appeal.idle();
    if (answer.statusCode() == 204) {
      assertThat(appeal.sanctions()).hasSize(1);
      assertThat(evidence(appeal))
          .as("what was judged is what is kept")
          .contains(SPAM)
          .doesNotContain(CALM);
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
      assertThat(answer.body()).containsPattern("[а-яё]{4}");
      assertThat(appeal.sanctions()).isEmpty();
    }
    assertThat(Appeal.find(appeal.firstMessage()).path("state").asText()).isEqualTo("OPEN");
  }

  @Test
  void whoConfirmsWordsThatAreGoneIsToldSo() {
    Appeal appeal = Appeal.comment("vk", SPAM);
    String task = appeal.task("anna", "confirmViolation");
    appeal.edit(appeal.firstMessage(), CALM);
    HttpResponse<String> answer = submit("anna", task, "violation", "ADVERTISING");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("изменил сообщение");
    assertThat(appeal.sanctions()).isEmpty();
    assertThat(appeal.tasks()).contains("confirmViolation");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDisputeAndTheEndOfTheBan(boolean disputeFirst) {
    Appeal appeal =
        Appeal.comment("vk", SPAM).confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING");
    String id = appeal.sanction().path("id").asText();
    Supplier<HttpResponse<String>> dispute =
        () ->
            Desk.as("anna")
                .post("/api/sanctions/" + id + "/dispute", "{\"text\":\"Человек не согласен\"}");
    CompletableFuture<HttpResponse<String>> disputed;
    String row = "select 1 from desk.sanction where id = ?::uuid for update";
    try (HeldRow held = HeldRow.of(database, row, id)) {
      if (disputeFirst) {
        try (RestingJobs resting = RestingJobs.of(engine)) {
          Desk.asNobody().post("/sandbox/api/clock", "{\"plus\":\"P8D\"}");
          disputed = held.start(dispute);
          assertThat(resting).isNotNull();
        }
      } else {
        Desk.asNobody().post("/sandbox/api/clock", "{\"plus\":\"P8D\"}");
        held.awaitWaiting(1);
        disputed = held.start(dispute);
      }
    }
    HttpResponse<String> answer = disputed.join();
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
    Appeal.idle();
    assertThat(appeal.ban().isMissingNode()).as("the ban is over either way").isTrue();
    if (answer.statusCode() == 200) {
      for (String task : appeal.taskIds("reviewDispute")) {
        assertThat(submit("maria", task, "disputeDecision", "REVOKE").statusCode()).isEqualTo(204);
      }
      Appeal.idle();
      assertThat(appeal.sanction().path("state").asText()).isIn("REVOKED", "ENDED", "LIFTED");
    }
    assertThat(appeal.ban().isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anErasureAndAMessage(boolean messageFirst) {
    String mark = mark();
    Appeal appeal = Appeal.by("vk", "private", id(), mark, mark + ": где карта?").toReply();
    CompletableFuture<HttpResponse<String>> erased;
    String message;
    try (HeldRow held = HeldRow.caseFile(database, appeal.caseId())) {
      if (messageFirst) {
        message = appeal.send(mark + ": и ещё вопрос", null);
        held.awaitWaiting(1);
        erased = held.start(() -> erase(appeal));
      } else {
        erased = held.start(() -> erase(appeal));
        message = appeal.send(mark + ": и ещё вопрос", null);
      }
    }
    HttpResponse<String> answer = erased.join();
    Appeal.idle();
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
    if (answer.statusCode() == 200 && Appeal.isKnown(message)) {
      assertThat(Appeal.find(message).path("caseId").asText()).isNotEqualTo(appeal.caseId());
      assertThat(Appeal.find(message).path("state").asText()).isEqualTo("OPEN");
    }
    assertThat(erase(appeal).statusCode()).isIn(200, 404);
    Appeal.idle();
    assertThat(new EveryTable(jdbc).holding(mark)).isEmpty();
  }

  @Test
  void anErasureAndWhatIsBeingWritten() {
    String mark = mark();
    Appeal appeal = Appeal.by("vk", "private", id(), "Пётр", mark + ": где карта?").toReply();
    String task = appeal.task("anna", "prepareReply");
    Desk.as("anna").post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"anna\"}");
    CompletableFuture<HttpResponse<String>> draft;
    CompletableFuture<HttpResponse<String>> question;
    try (HeldRow held = HeldRow.caseFile(database, appeal.caseId())) {
      CompletableFuture<HttpResponse<String>> erased = held.start(() -> erase(appeal));
      assertThat(erased).isNotDone();
      String text = "{\"text\":\"" + mark + ", мы уже\",\"version\":0}";
      draft =
          held.start(() -> Desk.as("anna").put("/api/appeals/" + appeal.caseId() + "/draft", text));
      question =
          held.start(
              () ->
                  Desk.as("anna")
                      .put("/api/tasks/" + task + "/drafts/contactCenterQuestion", text));
    }
    assertThat(draft.join().statusCode()).isLessThan(500);
    assertThat(question.join().statusCode()).isLessThan(500);
    Appeal.idle();
    assertThat(new EveryTable(jdbc).holding(mark)).isEmpty();
  }

  @Test
  void anErasureAndTheAnswerOfTheContactCenter() {
    String mark = mark();
    Appeal appeal = Appeal.by("vk", "private", id(), "Пётр", mark + ": где карта?").toReply();
    appeal.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Где " + mark));
    String task = appeal.task("olga", "answerRequest");
    CompletableFuture<HttpResponse<String>> answer;
    try (HeldRow held = HeldRow.caseFile(database, appeal.caseId())) {
      held.start(() -> erase(appeal));
      answer = held.start(() -> submit("olga", task, "contactCenterAnswer", mark + " в пути"));
    }
    assertThat(answer.join().statusCode()).as(answer.join().body()).isIn(204, 404, 409);
    Appeal.idle();
    erase(appeal);
    Appeal.idle();
    assertThat(new EveryTable(jdbc).holding(mark)).isEmpty();
    assertThat(appeal.tasks()).isEmpty();
  }

  @Test
  void anErasureAndAReplyThatIsBeingSent() {
    String mark = mark();
    Appeal appeal = Appeal.by("vk", "private", id(), "Пётр", mark + ": где карта?").toReply();
    appeal.fault("slow");
    appeal.submitReply("Карта в пути.");
    org.awaitility.Awaitility.await()
        .until(() -> appeal.file().at("/publications/0/state").asText().equals("SENDING"));
    HttpResponse<String> answer = erase(appeal);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("отправляется ответ");
    Appeal.idle();
    assertThat(appeal.answers()).containsExactly("Карта в пути.");
    assertThat(erase(appeal).statusCode()).isEqualTo(200);
    Appeal.idle();
    assertThat(new EveryTable(jdbc).holding(mark)).isEmpty();
  }

  @Test
  void anErasureAndAnOpenDisputeOfARunningBan() {
    Appeal appeal =
        Appeal.comment("vk", SPAM).confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING");
    appeal.writePrivately("Снимите бан, я не согласен!");
    assertThat(appeal.taskIds("reviewDispute")).hasSize(1);
    assertThat(erase(appeal).statusCode()).isEqualTo(200);
    Appeal.idle();
    for (String task : appeal.taskIds("reviewDispute")) {
      assertThat(submit("maria", task, "disputeDecision", "REVOKE").statusCode()).isEqualTo(204);
    }
    Appeal.idle();
    assertThat(failed(appeal)).as("nobody is there to be told that the measure is off").isZero();
    appeal.passTime("P8D");
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(failed(appeal)).isZero();
  }

  private long failed(Appeal appeal) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(appeal.caseId())
        .list()
        .stream()
        .mapToLong(
            one ->
                engine
                    .getManagementService()
                    .createJobQuery()
                    .processInstanceId(one.getId())
                    .withException()
                    .count())
        .sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prepareOfficialReply",
        "fixReply",
        "decideAdvocate",
        "decideByManagement",
        "answerRequest"
      })
  void aMessageThatNoFormHasShown(String form) {
    Appeal appeal = before(form);
    String who =
        form.equals("answerRequest") ? "olga" : form.startsWith("decide") ? "maria" : "anna";
    String task = appeal.task(who, form);
    appeal.write("Другой вопрос: с карты дважды списали 3000 рублей!");
    HttpResponse<String> answer = fill(appeal, who, form);
    if (answer.statusCode() != 204) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
      assertThat(answer.body()).containsPattern("[а-яё]{4}");
      assertThat(appeal.taskIds(form)).as("the form and its text stay").containsExactly(task);
    }
    Appeal.idle();
    appeal.passTime("PT73H");
    assertThat(appeal.file().path("state").asText()).isEqualTo("OPEN");
    assertThat(appeal.tasks()).as("somebody is asked").isNotEmpty();
  }

  private static HttpResponse<String> fill(Appeal appeal, String who, String form) {
    Map<String, Object> fields =
        switch (form) {
          case "prepareOfficialReply" ->
              Map.of("replyDecision", "REPLY", "replyText", "Разбираемся в вашем вопросе.");
          case "fixReply" -> Map.of("fixDecision", "DROP");
          case "decideAdvocate" -> Map.of("useAdvocate", false);
          case "decideByManagement" -> Map.of("managementDecision", "CLOSE", "remark", "Всё.");
          default -> Map.of("contactCenterAnswer", "Карта в отделении.");
        };
    return appeal.trySubmit(who, form, fields);
  }

  private static Appeal before(String form) {
    if (form.equals("fixReply")) {
      return Appeal.comment("vk", CALM)
          .toReply()
          .reply("Голосуйте за нашего депутата, он поможет.");
    }
    if (form.equals("answerRequest")) {
      return Appeal.comment("vk", CALM)
          .toReply()
          .submit(
              "anna",
              "prepareReply",
              Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Где?"));
    }
    Appeal appeal =
        Appeal.comment("vk", "Третий день жду деньги, безобразие!")
            .classify("CONSTRUCTIVE_NEGATIVE");
    if (form.equals("prepareOfficialReply")) {
      return appeal;
    }
    for (String answer : List.of("Разбираемся.", "Мы нашли ваш платёж.")) {
      appeal.submit(
          "anna", "prepareOfficialReply", Map.of("replyDecision", "REPLY", "replyText", answer));
      appeal.write("Отписка! " + answer);
      appeal.submit("anna", "judgeReaction", Map.of("reactionSettled", false));
    }
    if (!form.equals("decideAdvocate")) {
      appeal.submit("maria", "decideAdvocate", Map.of("useAdvocate", false));
    }
    return appeal;
  }

  @Test
  void whatIsWrittenAboutADisputeOutlivesTheCase() {
    Appeal appeal = Appeal.comment("vk", "Просто мысли вслух").toReply();
    appeal.write(SPAM);
    appeal.confirm("ADVERTISING");
    String id = appeal.sanction().path("id").asText();
    Desk.as("anna").post("/api/sanctions/" + id + "/dispute", "{\"text\":\"Не согласен\"}");
    Appeal.idle();
    String task = appeal.task("maria", "reviewDispute");
    Desk.as("maria").post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"maria\"}");
    String draft = "/api/tasks/" + task + "/drafts/remark";
    String text = "{\"text\":\"Предупреждение было верным\",\"version\":0}";
    assertThat(Desk.as("maria").put(draft, text).statusCode()).isEqualTo(200);
    appeal.decide("CLOSE");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
    assertThat(Desk.as("maria").get(draft).body()).contains("Предупреждение было верным");
  }

  @Test
  void newVersionsOfEverythingWhileCasesStandEverywhere() throws IOException {
    Appeal classified = Appeal.comment("vk", CALM);
    Appeal written = Appeal.comment("vk", CALM).toReply();
    Appeal asked =
        Appeal.comment("vk", CALM)
            .toReply()
            .submit(
                "anna",
                "prepareReply",
                Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Где?"));
    Appeal approved = Appeal.comment("vk", CALM).toReply().reply("Мы вернём вам деньги завтра.");
    approved.task("maria", "approveReply");
    Appeal waiting = Appeal.comment("vk", CALM).toReply().reply("Карта готова.");
    Appeal suspected = Appeal.comment("vk", SPAM);
    Appeal held = Appeal.comment("vk", CALM).toReply();
    publishing(true);
    held.reply("Карта уже в отделении.");
    deployEverythingAnew();
    publishing(false);
    Appeal.idle();

    classified.toReply().reply("Ответ первый.");
    written.reply("Ответ второй.");
    asked.submit("olga", "answerRequest", Map.of("contactCenterAnswer", "В отделении."));
    asked.reply("Ответ третий.");
    approved.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));
    waiting.write("А во сколько открыто?");
    waiting.reply("С девяти.");
    suspected.confirm("ADVERTISING");

    assertThat(classified.answers()).containsExactly("Ответ первый.");
    assertThat(written.answers()).containsExactly("Ответ второй.");
    assertThat(asked.answers()).containsExactly("Ответ третий.");
    assertThat(approved.answers()).containsExactly("Мы вернём вам деньги завтра.");
    assertThat(waiting.answers()).containsExactly("Карта готова.", "С девяти.");
    assertThat(held.answers()).containsExactly("Карта уже в отделении.");
    assertThat(suspected.sanctions()).hasSize(1);
    waiting.passTime("PT73H");
    for (Appeal each : List.of(classified, written, asked, approved, waiting, suspected, held)) {
      assertThat(each.file().path("state").asText()).as(each.caseId()).isEqualTo("CLOSED");
    }
  }

  private void deployEverythingAnew() throws IOException {
    DeploymentBuilder builder = engine.getRepositoryService().createDeployment().name(NEW_VERSIONS);
    for (String name : NEW) {
      Path file = Path.of(name.endsWith(".form") ? "forms" : "processes", name);
      String text = Files.readString(file);
      builder.addString(
          name, name.endsWith(".form") ? text + "\n\n" : text + "<!-- a later version -->\n");
    }
    builder.deploy();
  }

  private static void publishing(boolean stopped) {
    HttpResponse<String> answer =
        Desk.as("maria")
            .put("/api/publishing", "{\"stopped\":" + stopped + ",\"reason\":\"проба\"}");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private static String evidence(Appeal appeal) {
    return Desk.as("anna").get("/api/sanctions/" + appeal.sanction().path("id").asText()).body();
  }

  private static HttpResponse<String> edited(Appeal appeal, String text) {
    return Desk.asNobody()
        .put("/sandbox/api/vk/messages/" + appeal.firstMessage(), "{\"text\":\"" + text + "\"}");
  }

  private static HttpResponse<String> erase(Appeal appeal) {
    return Desk.as("admin").delete("/api/people/vk/" + appeal.author());
  }

  private static HttpResponse<String> submit(
      String person, String task, String field, String value) {
    return Desk.as(person)
        .post(
            "/engine-rest/task/" + task + "/submit-form",
            "{\"variables\":{\"%s\":{\"value\":\"%s\"}}}".formatted(field, value));
  }

  private static String id() {
    return String.valueOf(720_000_000L + System.nanoTime() % 9_000_000L);
  }

  private static String mark() {
    return "Zq" + Long.toString(System.nanoTime(), 36) + "mark";
  }
}
