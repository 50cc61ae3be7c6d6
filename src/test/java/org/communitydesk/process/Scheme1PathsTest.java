package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

class Scheme1PathsTest extends PathTest {

  private static final String PROCESS = "scheme-1-constructive";

  @Test
  void anAnswerBecomesUrgentBeforeItsDeadline() {
    Appeal appeal = Appeal.comment("vk", "Почему карта не проходит?").toReply();
    assertThat(priority(appeal)).isLessThan(90);

    appeal.passTime("PT1H45M");

    assertThat(priority(appeal)).isEqualTo(90);
    passed(appeal, PROCESS, "raiseUrgency", "urgencyRaised");
  }

  private int priority(Appeal appeal) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskId(appeal.task("anna", "prepareReply"))
        .singleResult()
        .getPriority();
  }

  /** The report may come while the call is under way, or after it: a person is told either way. */
  @Test
  void aReplyThatIsNotDeliveredReachesAModerator() {
    Appeal appeal = Appeal.privately("whatsapp", "Где мой кешбэк?").toReply();
    appeal.reach("unreachable").reply("Проверяем.");

    assertThat(appeal.file().path("publications").get(0).path("state").asText())
        .isEqualTo("REFUSED");
    assertThat(appeal.tasks()).containsAnyOf("prepareReply", "publishByHand");
  }

  @Test
  void aReplyThatIsReportedLostLaterComesBack() {
    Appeal appeal = Appeal.privately("whatsapp", "Где мой кешбэк?").toReply().reply("Проверяем.");
    waitsAt(appeal, PROCESS, "awaitReaction");

    notDelivered(appeal);

    passed(appeal, PROCESS, "replyFailed");
    waitsAt(appeal, PROCESS, "prepareReply");
    assertThat(
            engine
                .getTaskService()
                .getVariable(appeal.task("anna", "prepareReply"), "problem")
                .toString())
        .contains("не дошёл");
    appeal.reply("Проверили, всё на месте.");
    waitsAt(appeal, PROCESS, "awaitReaction");
  }

  @Test
  void theAnswerIsKnownAndSilenceClosesTheCase() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply().reply("Проверяем.");
    waitsAt(appeal, PROCESS, "awaitReaction");
    appeal.passTime("PT73H");
    passed(appeal, PROCESS, "findAnswers", "quietPeriodOver", "appealAnswered");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("ANSWERED");
  }

  @Test
  void theUserWritesAgainAndIsAnsweredAgain() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply().reply("Проверяем.");
    appeal.write("Спасибо, жду.");
    passed(appeal, PROCESS, "replyJoined");
    waitsAt(appeal, PROCESS, "prepareReply");
    appeal.reply("Пришёл?");
    assertThat(appeal.answers()).containsExactly("Проверяем.", "Пришёл?");
  }

  @Test
  void aMessageDuringThePublicationIsReadBeforeTheWait() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    appeal.fault("slow");
    assertThat(
            appeal
                .trySubmit(
                    "anna",
                    "prepareReply",
                    Map.of("replyDecision", "REPLY", "replyText", "Проверяем."))
                .statusCode())
        .isEqualTo(204);
    org.awaitility.Awaitility.await()
        .until(
            () -> appeal.file().path("publications").findValuesAsText("state").contains("SENDING"));
    appeal.write("И ещё вопрос: где карта?");
    passed(appeal, PROCESS, "checkUnread");
    waitsAt(appeal, PROCESS, "prepareReply");
    assertThat(appeal.answers()).containsExactly("Проверяем.");
  }

  @Test
  void theUserIsAskedForDetails() {
    Appeal appeal = Appeal.comment("vk", "Не работает!").toReply();
    appeal.reply("ASK_DETAILS", "Расскажите подробнее и пришлите снимок экрана.");
    waitsAt(appeal, PROCESS, "awaitReaction");
    assertThat(appeal.answers()).containsExactly("Расскажите подробнее и пришлите снимок экрана.");
  }

  @Test
  void noAnswerIsNeeded() {
    Appeal appeal = Appeal.comment("vk", "Ок").toReply().decide("CLOSE");
    passed(appeal, PROCESS, "appealLeft");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("CLOSED");
  }

  @Test
  void anotherSchemeIsChosen() {
    Appeal appeal = Appeal.comment("vk", "Хм").toReply().decide("WRONG_SCHEME");
    passed(appeal, PROCESS, "wrongScheme");
    waitsAt(appeal, "appeal", "classifyAppeal");
  }

  @Test
  void aFormThatSaysNothingIsRefused() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос").toReply();
    assertThat(appeal.trySubmit("anna", "prepareReply", Map.of()).statusCode()).isEqualTo(400);
    assertThat(
            appeal.trySubmit("anna", "prepareReply", Map.of("replyDecision", "REPLY")).statusCode())
        .isEqualTo(400);
    assertThat(
            appeal.trySubmit("anna", "prepareReply", Map.of("replyDecision", "SING")).statusCode())
        .isEqualTo(400);
    waitsAt(appeal, PROCESS, "prepareReply");
  }

  @Test
  void noTextStaysInTheEngine() {
    Appeal appeal = Appeal.comment("vk", "Канарейка в вопросе").toReply();
    appeal.reply("Канарейка в ответе");
    long texts =
        engine.getRuntimeService().createVariableInstanceQuery().list().stream()
            .filter(variable -> String.valueOf(variable.getValue()).contains("Канарейка"))
            .count();
    assertThat(texts).isZero();
    assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().count()).isZero();
    assertThat(Desk.as("anna").get("/engine-rest/history/detail/count").body()).contains(":0");
  }
}
