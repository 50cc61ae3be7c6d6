package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

class Scheme3PathsTest extends PathTest {

  private static final String PROCESS = "scheme-3-negative";
  private static final String CLAIM = "Третий день жду ответа, безобразие! Верните деньги.";
  private static final String DISCLOSURE = "Я сотрудник платёжной системы Мир.";
  private static final String ANGRY = "Отписка! Так и не помогли.";

  private static Appeal negative() {
    return Appeal.comment("vk", CLAIM).classify("CONSTRUCTIVE_NEGATIVE");
  }

  private static Appeal answered() {
    return official(negative(), "Разбираемся, ответим сегодня.");
  }

  private static Appeal official(Appeal appeal, String text) {
    return appeal.submit(
        "anna", "prepareOfficialReply", Map.of("replyDecision", "REPLY", "replyText", text));
  }

  /** Angry after two official answers. */
  private static Appeal exhausted() {
    Appeal appeal = answered();
    appeal.write(ANGRY);
    official(judged(appeal, false), "Мы нашли ваш платёж.");
    appeal.write(ANGRY + " И не найдёте.");
    return judged(appeal, false);
  }

  private static Appeal judged(Appeal appeal, boolean settled) {
    return appeal.submit("anna", "judgeReaction", Map.of("reactionSettled", settled));
  }

  @Test
  void theOfficialAnswerGoesOutAndSilenceCloses() {
    Appeal appeal = answered();
    assertThat(appeal.answers()).containsExactly("Разбираемся, ответим сегодня.");
    waitsAt(appeal, PROCESS, "awaitReaction");
    appeal.passTime("PT73H");
    passed(appeal, PROCESS, "quietPeriodOver", "officialMeans", "negativeWorked");
    notPassed(appeal, PROCESS, "judgeReaction");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("ANSWERED");
    assertThat(appeal.file().path("appealClass").asText()).isEqualTo("CONSTRUCTIVE_NEGATIVE");
  }

  @Test
  void aThankfulPersonClosesWhenAModeratorAgrees() {
    Appeal appeal = answered();
    appeal.write("Спасибо, всё пришло!");
    assertThat(variable(appeal, "judgeReaction", "reactionSettled")).isEqualTo(true);
    assertThat(variable(appeal, "judgeReaction", "problem").toString()).contains("благодарит");
    judged(appeal, true);
    passed(appeal, PROCESS, "noteNegativeOutcome", "negativeWorked");
    assertThat(steps(appeal)).contains("NEGATIVE_SETTLED");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void anAngryPersonIsAnsweredOfficiallyOnceMore() {
    Appeal appeal = answered();
    appeal.write(ANGRY);
    assertThat(variable(appeal, "judgeReaction", "reactionSettled")).isEqualTo(false);
    judged(appeal, false);
    passed(appeal, PROCESS, "againOfficially");
    waitsAt(appeal, PROCESS, "prepareOfficialReply");
  }

  @Test
  void theContactCenterHelpsWithTheOfficialAnswer() {
    Appeal appeal =
        negative()
            .submit(
                "anna",
                "prepareOfficialReply",
                Map.of(
                    "replyDecision",
                    "ASK_CONTACT_CENTER",
                    "contactCenterQuestion",
                    "Где платёж этого клиента?"));
    appeal.submit("olga", "answerRequest", Map.of("contactCenterAnswer", "Платёж зачислен вчера."));
    passed(appeal, PROCESS, "askContactCenter", "offerToKnowledge");
    assertThat(variable(appeal, "prepareOfficialReply", "replyText"))
        .isEqualTo("Платёж зачислен вчера.");
  }

  @Test
  void whatTheContactCenterDidNotAnswerIsAnsweredWithout() {
    Appeal appeal =
        negative()
            .submit(
                "anna",
                "prepareOfficialReply",
                Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Где?"))
            .passTime("PT5H")
            .submit("maria", "decideOverdueRequest", Map.of("overdueDecision", "ANSWER_WITHOUT"));
    notPassed(appeal, PROCESS, "offerToKnowledge");
    waitsAt(appeal, PROCESS, "prepareOfficialReply");
  }

  @Test
  void theAnswerBecomesUrgentInTime() {
    Appeal appeal = negative().passTime("PT4H");
    passed(appeal, PROCESS, "raiseUrgency", "urgencyRaised");
  }

  @Test
  void detailsAnotherSchemeAndNoAnswerHaveTheirPaths() {
    Appeal details =
        negative()
            .submit(
                "anna",
                "prepareOfficialReply",
                Map.of("replyDecision", "ASK_DETAILS", "replyText", "Назовите дату платежа."));
    waitsAt(details, PROCESS, "awaitReaction");
    Appeal wrong =
        negative().submit("anna", "prepareOfficialReply", Map.of("replyDecision", "WRONG_SCHEME"));
    passed(wrong, PROCESS, "wrongScheme");
    waitsAt(wrong, "appeal", "classifyAppeal");
    Appeal left =
        negative().submit("anna", "prepareOfficialReply", Map.of("replyDecision", "CLOSE"));
    passed(left, PROCESS, "appealLeft");
    assertThat(left.file().path("outcome").asText()).isEqualTo("CLOSED");
  }

  @Test
  void anAnswerThatIsDroppedEndsTheScheme() {
    Appeal appeal = negative().fault("deletedParent");
    official(appeal, "Разбираемся.");
    appeal.submit("anna", "publishByHand", Map.of("handOutcome", "IMPOSSIBLE"));
    passed(appeal, PROCESS, "appealUnanswered");
  }

  @Test
  void aSupervisorRefusesTheAdvocateAndTheManagementCloses() {
    Appeal appeal = exhausted();
    waitsAt(appeal, PROCESS, "decideAdvocate");
    assertThat(
            appeal
                .trySubmit("maria", "decideAdvocate", Map.of("useAdvocate", "как-нибудь"))
                .statusCode())
        .isEqualTo(400);
    appeal.submit("maria", "decideAdvocate", Map.of("useAdvocate", false));
    waitsAt(appeal, PROCESS, "decideByManagement");
    appeal.submit(
        "maria",
        "decideByManagement",
        Map.of("managementDecision", "CLOSE", "remark", "Сделали всё, что могли."));
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("CLOSED");
    assertThat(steps(appeal)).contains("ADVOCATE_REFUSED", "MANAGEMENT_CLOSED", "NEGATIVE_LEFT");
    assertThat(appeal.file().path("notes").findValuesAsText("text"))
        .contains("Сделали всё, что могли.");
  }

  @Test
  void anAdvocateWhoSaysSoPostsAndTheOutcomeIsMeasured() {
    String advocate = advocate("ivan-" + System.identityHashCode(this));
    Appeal appeal = exhausted().submit("maria", "decideAdvocate", Map.of("useAdvocate", true));
    String task = appeal.task("ivan", "supportAsAdvocate");
    assertThat(variable(appeal, "supportAsAdvocate", "advocatesText").toString())
        .contains(advocate + ": Иван Орлов");
    assertThat(variable(appeal, "supportAsAdvocate", "objectionText").toString()).contains(ANGRY);
    assertThat(variable(appeal, "supportAsAdvocate", "answeredText").toString())
        .contains("Мы нашли ваш платёж.");
    assertThat(Desk.as("ivan").get("/api/tasks/" + task + "/conversation").body())
        .contains("Отписка");

    assertThat(post(appeal, advocate, "Карта удобная, попробуйте!").body())
        .contains("нет фразы о связи с брендом");
    assertThat(post(appeal, advocate, "Как обычный клиент скажу. " + DISCLOSURE).statusCode())
        .isEqualTo(400);
    assertThat(post(appeal, "0", "Помогу. " + DISCLOSURE).statusCode()).isEqualTo(400);
    waitsAt(appeal, PROCESS, "supportAsAdvocate");

    assertThat(post(appeal, advocate, "Помогу. " + DISCLOSURE).statusCode()).isEqualTo(204);
    Appeal.idle();
    waitsAt(appeal, PROCESS, "awaitReaction");
    assertThat(steps(appeal)).contains("ADVOCATE_ALLOWED", "ADVOCATE_POSTED");
    assertThat(engine.getRuntimeService().getVariables(running(appeal, PROCESS).getId()))
        .containsEntry("advocateId", advocate)
        .doesNotContainKeys("advocatePostText", "advocatePostUrl");
    appeal.write("Вот теперь понятно.");
    judged(appeal, true);
    assertThat(Desk.as("maria").get("/api/advocates/" + advocate + "/posts").body())
        .contains("\"settled\":true", ANGRY, DISCLOSURE.substring(0, 12));
  }

  @Test
  void anAdvocateWhoDidNotHelpIsMeasuredToo() {
    Appeal appeal = exhausted().submit("maria", "decideAdvocate", Map.of("useAdvocate", true));
    String task = appeal.task("ivan", "supportAsAdvocate");
    String advocate = advocate("late-" + System.identityHashCode(this));
    assertThat(variable(appeal, "supportAsAdvocate", "advocatesText").toString())
        .doesNotContain(advocate + ": ");
    Desk.as("ivan").post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"ivan\"}");
    assertThat(variable(appeal, "supportAsAdvocate", "advocatesText").toString())
        .as("whoever takes the task sees who may speak by then")
        .contains(advocate + ": ");
    assertThat(post(appeal, advocate, DISCLOSURE + " Давайте разберёмся.").statusCode())
        .isEqualTo(204);
    Appeal.idle();
    appeal.write("Не верю.");
    judged(appeal, false);
    appeal.submit("maria", "decideByManagement", Map.of("managementDecision", "RETRY"));
    assertThat(Desk.as("maria").get("/api/advocates/" + advocate + "/posts").body())
        .contains("\"settled\":false");
    String reply = appeal.task("anna", "prepareOfficialReply");
    assertThat(Desk.as("ivan").get("/api/tasks/" + reply + "/conversation").statusCode())
        .as("the case is no longer the advocates'")
        .isEqualTo(404);
  }

  private static String advocate(String account) {
    String body =
        """
        {"name":"Иван Орлов","platform":"vk","accountId":"%s","disclosure":"%s",
         "consentFrom":"2020-01-01","consentUntil":"2099-12-31"}
        """
            .formatted(account, DISCLOSURE);
    HttpResponse<String> answer = Desk.as("maria").post("/api/advocates", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.body().replaceAll("\\D", "");
  }

  private static HttpResponse<String> post(Appeal appeal, String advocate, String text) {
    return appeal.trySubmit(
        "ivan",
        "supportAsAdvocate",
        Map.of(
            "advocateId",
            advocate,
            "advocatePostUrl",
            "https://vk.com/wall-1000001_1?reply=2",
            "advocatePostText",
            text));
  }

  @Test
  void theManagementMayWantOneMoreOfficialAnswer() {
    Appeal appeal =
        exhausted()
            .submit("maria", "decideAdvocate", Map.of("useAdvocate", false))
            .submit("maria", "decideByManagement", Map.of("managementDecision", "RETRY"));
    waitsAt(appeal, PROCESS, "prepareOfficialReply");
  }

  @Test
  void aReplyThatWasNotDeliveredIsWrittenAgain() {
    Appeal appeal = Appeal.privately("whatsapp", CLAIM).classify("CONSTRUCTIVE_NEGATIVE");
    official(appeal, "Разбираемся.");
    waitsAt(appeal, PROCESS, "awaitReaction");
    notDelivered(appeal);
    passed(appeal, PROCESS, "replyFailed", "officialMeans");
    waitsAt(appeal, PROCESS, "prepareOfficialReply");
  }

  @Test
  void aCommentThatTurnsNegativeComesFromTheFirstScheme() {
    Appeal appeal = Appeal.comment("vk", "Где кешбэк?").toReply().reply("Проверяем.");
    appeal.write(CLAIM);
    appeal.decide("TURNED_NEGATIVE");
    passed(appeal, "scheme-1-constructive", "turnedNegative");
    waitsAt(appeal, PROCESS, "prepareOfficialReply");
    assertThat(appeal.file().path("appealClass").asText()).isEqualTo("CONSTRUCTIVE_NEGATIVE");
  }

  private static List<String> steps(Appeal appeal) {
    return appeal.file().path("timeline").findValuesAsText("what");
  }

  private Object variable(Appeal appeal, String task, String name) {
    return engine.getTaskService().getVariable(appeal.task("anna", task), name);
  }
}
