package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who agrees to an answer, and which answers need it. */
class ApprovalPathsTest extends PathTest {

  private static final String PROCESS = "publish-reply";
  private static final String MONEY = "Здравствуйте! Мы вернём вам деньги.";
  private static final String EDITED = "Здравствуйте! Мы проверим ваш платёж.";
  private static final String PLAIN = "Здравствуйте! Всё работает.";
  private static final String NINA = "nina";

  @Autowired IdentityService identity;
  @Autowired RepositoryService repository;

  private String changedTable = null;

  @BeforeEach
  void ninaWritesAndSupervises() {
    People.likeAnna(identity, NINA);
    identity.createMembership(NINA, "moderators");
    identity.createMembership(NINA, "supervisors");
  }

  @AfterEach
  void everythingIsAsItWas() {
    identity.deleteUser(NINA);
    if (changedTable != null) {
      repository.deleteDeployment(changedTable, true);
    }
  }

  @Test
  void theFormSaysWhyAndTheAuthorsTextStaysVisibleAsSuperseded() {
    Appeal appeal = Appeal.comment("vk", "Когда придёт кешбэк?").toReply().reply(MONEY);
    waitsAt(appeal, PROCESS, "approveReply");
    assertThat(formValue(appeal, "problem"))
        .contains("обещаны деньги", "«вернём»", "Ответ увидят все");
    assertThat(formValue(appeal, "replyText")).isEqualTo(MONEY);

    appeal.submit(
        "maria", "approveReply", Map.of("approvalDecision", "APPROVE", "replyText", EDITED));

    passed(appeal, PROCESS, "checkReply", "approveReply", "replySent");
    assertThat(appeal.answers()).containsExactly(EDITED);
    JsonNode replies = appeal.file().path("replies");
    assertThat(replies.findValuesAsText("text")).containsExactly(MONEY, EDITED);
    assertThat(replies.findValuesAsText("state")).containsExactly("SUPERSEDED", "PUBLISHED");
    assertThat(replies.findValuesAsText("author")).containsExactly("anna", "maria");
    assertThat(appeal.file().path("timeline").findValuesAsText("what")).contains("REPLY_EDITED");
  }

  @Test
  void whatTheRulesForbidIsMendedFirst() {
    Appeal appeal = Appeal.comment("vk", "Почему не прошла оплата?").toReply();
    appeal.reply("Спрашивайте у депутатов.");
    waitsAt(appeal, PROCESS, "fixReply");
    notPassed(appeal, PROCESS, "replyApproval", "approveReply");
    assertThat(appeal.answers()).isEmpty();
    assertThat(appeal.file().path("notes").toString()).contains("«депутатов»", "политик");
    appeal.submit("anna", "fixReply", Map.of("fixDecision", "PUBLISH", "replyText", PLAIN));
    assertThat(appeal.answers()).containsExactly(PLAIN);
  }

  @Test
  void whatTheRulesDoubtIsReadBySomebodyElse() {
    Appeal appeal = Appeal.comment("vk", "Где прочитать о кешбэке?").toReply();
    appeal.reply("Здравствуйте! Прочитайте на https://bonus-mir.xyz/akciya");
    waitsAt(appeal, PROCESS, "approveReply");
    assertThat(formValue(appeal, "problem")).contains("Чужая ссылка", "bonus-mir.xyz");
  }

  @Test
  void anEditThatThePlatformWouldNotTakeIsRefusedAndNothingIsLost() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply().reply(MONEY);
    HttpResponse<String> refused =
        appeal.trySubmit(
            "maria",
            "approveReply",
            Map.of("approvalDecision", "APPROVE", "replyText", "я".repeat(20_000)));
    assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
    waitsAt(appeal, PROCESS, "approveReply");
    appeal.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));
    assertThat(appeal.answers()).containsExactly(MONEY);
  }

  @Test
  void aReturnedReplyIsFixedAndApproved() {
    Appeal appeal = Appeal.comment("vk", "Верните деньги!").toReply().reply(MONEY);
    appeal.submit(
        "maria", "approveReply", Map.of("approvalDecision", "RETURN", "remark", "Без обещаний."));
    waitsAt(appeal, PROCESS, "fixReply");
    assertThat(formValue(appeal, "problem")).isEqualTo("Без обещаний.");
    appeal.submit(
        "anna", "fixReply", Map.of("fixDecision", "PUBLISH", "replyText", MONEY + " Скоро."));
    appeal.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));
    assertThat(appeal.answers()).containsExactly(MONEY + " Скоро.");
    assertThat(appeal.file().path("replies").findValuesAsText("state"))
        .containsExactly("SUPERSEDED", "PUBLISHED");
  }

  @Test
  void theAuthorDoesNotApproveTheirOwnReply() {
    Appeal appeal = Appeal.comment("vk", "Что с деньгами?").toReply();
    writeAsNina(appeal);
    HttpResponse<String> refused =
        appeal.trySubmit(NINA, "approveReply", Map.of("approvalDecision", "APPROVE"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Этот ответ написали вы");
    assertThat(
            Desk.as(NINA)
                .post(
                    "/engine-rest/task/" + appeal.task(NINA, "approveReply") + "/claim",
                    "{\"userId\":\"nina\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(appeal.answers()).isEmpty();
    appeal.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));
    assertThat(appeal.answers()).containsExactly(MONEY);
  }

  @Test
  void whereTheAuthorIsTheOnlySupervisorAnAdministratorDecides() {
    Appeal appeal = Appeal.comment("vk", "Жду возврат").toReply();
    identity.deleteMembership("maria", "supervisors");
    try {
      writeAsNina(appeal);
      assertThat(
              appeal
                  .trySubmit(NINA, "approveReply", Map.of("approvalDecision", "APPROVE"))
                  .statusCode())
          .isEqualTo(403);
      appeal.submit("admin", "approveReply", Map.of("approvalDecision", "APPROVE"));
    } finally {
      identity.createMembership("maria", "supervisors");
    }
    assertThat(appeal.answers()).containsExactly(MONEY);
  }

  @Test
  void theOwnerTurnsOnTheRowOfNewModerators() throws IOException {
    turnOn("&lt; 0</text>", "&lt; 1</text>");
    Appeal first = Appeal.comment("vk", "Как получить карту?").toReply();
    first.submit(NINA, "prepareReply", Map.of("replyDecision", "REPLY", "replyText", PLAIN));
    waitsAt(first, PROCESS, "approveReply");
    assertThat(formValue(first, "problem"))
        .contains("новый модератор", "Опубликовано ответов этого автора: 0");
    first.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));

    Appeal second = Appeal.comment("vk", "Сколько стоит карта?").toReply();
    second.submit(NINA, "prepareReply", Map.of("replyDecision", "REPLY", "replyText", PLAIN));
    assertThat(second.answers()).containsExactly(PLAIN);
  }

  @Test
  void theOwnerTurnsOnTheRowOfScandalThreads() throws IOException {
    Appeal.reset();
    changeCell("reply-approval-rule-7-negativesInThread", "&gt;= 1");
    Appeal angry =
        Appeal.comment("facebook", "Опять обманули, очень зол!").classify("CONSTRUCTIVE_NEGATIVE");
    Appeal calm = Appeal.comment("facebook", "Где отделение?").toReply().reply(PLAIN);
    waitsAt(calm, PROCESS, "approveReply");
    assertThat(formValue(calm, "problem"))
        .contains("много недовольных", "ещё не отвечал", "негативных обращений в этой ветке: 1");
    calm.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));
    assertThat(calm.answers()).containsExactly(PLAIN);
    assertThat(angry.answers()).isEmpty();
    Appeal second = Appeal.comment("facebook", "Где банкомат?").toReply().reply(PLAIN);
    assertThat(second.answers()).containsExactly(PLAIN);
  }

  private static void writeAsNina(Appeal appeal) {
    appeal.submit(NINA, "prepareReply", Map.of("replyDecision", "REPLY", "replyText", MONEY));
  }

  private static String formValue(Appeal appeal, String variable) {
    String person = appeal.tasks().contains("fixReply") ? "anna" : "maria";
    String task = appeal.task(person, person.equals("anna") ? "fixReply" : "approveReply");
    HttpResponse<String> answer =
        Desk.as(person).get("/engine-rest/task/" + task + "/form-variables?deserializeValues=true");
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper()
          .readTree(answer.body())
          .path(variable)
          .path("value")
          .asText();
    } catch (IOException unreadable) {
      throw new AssertionError(answer.body(), unreadable);
    }
  }

  private void turnOn(String off, String on) throws IOException {
    deploy(Files.readString(TABLE).replaceFirst(java.util.regex.Pattern.quote(off), on));
  }

  private void changeCell(String id, String condition) throws IOException {
    deploy(
        Files.readString(TABLE)
            .replaceFirst("(id=\"" + id + "\">\\s*<text>)[^<]*", "$1" + condition));
  }

  private static final Path TABLE = Path.of("processes", "reply-approval.dmn");

  private void deploy(String table) {
    changedTable =
        repository
            .createDeployment()
            .name("changed by a test")
            .addString("reply-approval.dmn", table)
            .deploy()
            .getId();
  }
}
