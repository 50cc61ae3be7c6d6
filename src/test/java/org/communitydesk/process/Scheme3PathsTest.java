package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.Test;

class Scheme3PathsTest extends PathTest {

  private static final String PROCESS = "scheme-3-negative";
  private static final String CLAIM = "Третий день жду ответа, безобразие! Верните деньги.";
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
