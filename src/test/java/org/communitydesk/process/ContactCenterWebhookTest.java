package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitydesk.http.Secret;
import org.communitydesk.http.WebhookSignature;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.ContactCenter;
import org.communitydesk.support.ContactCenter.Call;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions and answers by signed calls, through a real HTTP server. */
class ContactCenterWebhookTest extends PathTest {

  private static final String PROCESS = "contact-center-request";

  @AfterEach
  void theContactCenterWorksAgain() {
    ContactCenter.answerWith(204);
  }

  @Test
  void aQuestionIsPostedSignedAndTheAnswerBecomesTheDraftOnce() {
    Appeal appeal = asked("Идёт ли платёж с карты 4111 1111 1111 1111?");
    Call call = ContactCenter.calls(appeal.caseId()).get(0);
    assertThat(call.json().path("type").asText()).isEqualTo("contact_center.question");
    assertThat(call.json().at("/data/question").asText()).contains("4111 11** **** 1111");
    assertThat(call.json().at("/data/conversation/0/text").asText()).contains("банкомат");
    for (String secret : List.of(ContactCenter.SECRET, ContactCenter.OLD_SECRET)) {
      assertThat(isSignedWith(secret, call)).isTrue();
    }

    String answer = ContactCenter.answer(requestId(call), "Идёт, карта 4111111111111111.");
    String id = "answer-" + appeal.caseId();
    assertThat(ContactCenter.call(ContactCenter.OLD_SECRET, id, answer).statusCode())
        .isEqualTo(204);
    assertThat(ContactCenter.call(ContactCenter.SECRET, id, answer).statusCode()).isEqualTo(204);
    Appeal.idle();

    passed(appeal, PROCESS, "answerCame", "takeAnswer", "requestAnswered");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
    assertThat(appeal.file().at("/draft/text").asText()).isEqualTo("Идёт, карта 411111******1111.");
    assertThat(notes(appeal)).hasSize(1);
  }

  @Test
  void aBadSignatureOrAnOldCallIsDenied() {
    Appeal appeal = asked("Что там?");
    String answer =
        ContactCenter.answer(requestId(ContactCenter.calls(appeal.caseId()).get(0)), "Обман.");
    String other = "whsec_" + "b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldC1vdGhlcg==";
    assertThat(ContactCenter.call(other, "x-1", answer).statusCode()).isEqualTo(401);
    assertThat(
            ContactCenter.call(
                    ContactCenter.SECRET,
                    "x-2",
                    ContactCenter.now().minus(Duration.ofMinutes(6)),
                    answer)
                .statusCode())
        .isEqualTo(401);
    assertThat(Desk.asNobody().post("/hooks/contact-center", answer).statusCode()).isEqualTo(401);
    waitsAt(appeal, PROCESS, "answerCame");
    assertThat(notes(appeal)).isEmpty();
  }

  @Test
  void whatNobodyWaitsForIsKept() {
    Appeal appeal = asked("Зачем?");
    String requestId = requestId(ContactCenter.calls(appeal.caseId()).get(0));
    String path = "/api/appeals/" + appeal.caseId() + "/contact-center/withdraw";
    assertThat(Desk.as("anna").post(path, "{}").statusCode()).isEqualTo(200);
    Appeal.idle();
    passed(appeal, PROCESS, "sendWithdrawal", "requestWithdrawn");
    assertThat(ContactCenter.calls(appeal.caseId()).get(1).json().path("type").asText())
        .isEqualTo("contact_center.withdrawal");
    String late = ContactCenter.answer(requestId, "Опоздали.");
    for (int times = 0; times < 2; times++) {
      assertThat(ContactCenter.call(ContactCenter.SECRET, "late-" + requestId, late).statusCode())
          .isEqualTo(410);
    }
    assertThat(notes(appeal)).singleElement().asString().contains("уже не ждали", "Опоздали.");

    String unknown = ContactCenter.answer("999999999", "Кому это " + appeal.caseId());
    assertThat(ContactCenter.call(ContactCenter.SECRET, "no-" + requestId, unknown).statusCode())
        .isEqualTo(404);
    assertThat(
            ContactCenter.call(ContactCenter.SECRET, "bad-" + requestId, "{не JSON").statusCode())
        .isEqualTo(400);
    String kept = Desk.as("maria").get("/api/contact-center/answers").body();
    assertThat(kept).contains("Кому это " + appeal.caseId(), "не читается как JSON");
    assertThat(Desk.as("olga").get("/api/contact-center/answers").statusCode()).isEqualTo(403);
  }

  @Test
  void whoeverIsAskedHearsThatTheAppealWasWithdrawn() {
    Appeal appeal = ask(Appeal.privately("viber", "Где моя карта?").toReply(), "Где карта?");
    appeal.reach("left");
    Appeal.idle();
    appeal.submit("anna", "decideWithdrawnAppeal", Map.of("withdrawnDecision", "CLOSE"));
    passed(appeal, "appeal", "isOutsideAsked", "sendWithdrawals", "withdrawnAppealClosed");
    assertThat(ContactCenter.calls(appeal.caseId()).get(1).json().path("type").asText())
        .isEqualTo("contact_center.withdrawal");
  }

  @Test
  void anAnswerThatOvertakesTheQuestionIsFoundWhenItIsAsked() {
    ContactCenter.answerWith(503);
    Appeal appeal = asked("Кто быстрее?");
    Call call = ContactCenter.calls(appeal.caseId()).get(0);
    String answer = ContactCenter.answer(requestId(call), "Мы быстрее.");
    assertThat(
            ContactCenter.call(ContactCenter.SECRET, "early-" + appeal.caseId(), answer)
                .statusCode())
        .isEqualTo(204);
    assertThat(notes(appeal)).containsExactly("Мы быстрее.");
    ContactCenter.answerWith(204);
    appeal.passTime("PT2M");
    passed(appeal, PROCESS, "checkAnswer", "takeAnswer");
    notPassed(appeal, PROCESS, "answerCame");
    assertThat(ContactCenter.calls(appeal.caseId()).get(1).webhook().get("id"))
        .isEqualTo(call.webhook().get("id"));
    assertThat(appeal.file().at("/draft/text").asText()).isEqualTo("Мы быстрее.");
  }

  @Test
  void aQuestionThatCannotLeaveBecomesAnIncidentAndCanBeSentAgain() {
    ContactCenter.answerWith(500);
    Appeal appeal = asked("Дойдёт ли?");
    for (int tries = 0; tries < 5; tries++) {
      appeal.passTime("PT2M");
    }
    String instance = running(appeal, PROCESS).getId();
    assertThat(
            engine
                .getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance)
                .activityId("sendRequest")
                .list())
        .singleElement()
        .satisfies(
            incident ->
                assertThat(incident.getIncidentMessage())
                    .contains("HTTP 500")
                    .doesNotContain("whsec_"));
    ContactCenter.answerWith(204);
    engine
        .getManagementService()
        .setJobRetries(
            engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .noRetriesLeft()
                .singleResult()
                .getId(),
            1);
    Appeal.idle();
    waitsAt(appeal, PROCESS, "answerCame");
  }

  private static boolean isSignedWith(String secret, Call call) {
    return new WebhookSignature(List.of(Secret.of(secret)), Duration.ofMinutes(5))
        .matches(
            call.webhook().get("id"),
            call.webhook().get("timestamp"),
            call.webhook().get("signature"),
            call.body().getBytes(StandardCharsets.UTF_8),
            ContactCenter.now());
  }

  private static Appeal asked(String question) {
    return ask(
        Appeal.comment("telegram", "Почему банкомат не принимает карту?").toReply(), question);
  }

  private static Appeal ask(Appeal appeal, String question) {
    return appeal.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", question));
  }

  private static String requestId(Call call) {
    return call.json().at("/data/requestId").asText();
  }

  private static List<String> notes(Appeal appeal) {
    List<String> texts = new ArrayList<>();
    for (JsonNode note : appeal.file().path("notes")) {
      if (note.path("kind").asText().equals("CONTACT_CENTER_ANSWER")) {
        texts.add(note.path("text").asText());
      }
    }
    return texts;
  }
}
