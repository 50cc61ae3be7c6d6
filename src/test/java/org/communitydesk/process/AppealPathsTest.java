package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

class AppealPathsTest extends PathTest {

  private static final String PROCESS = "appeal";

  @Test
  void noReactionClosesTheCase() {
    Appeal appeal = Appeal.comment("vk", "👍").classify("NO_REACTION");
    passed(
        appeal, PROCESS, "gatherContext", "triage", "serviceLevel", "setDeadline", "closeAppeal");
    notPassed(appeal, PROCESS, "callScheme1");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("NO_REACTION");
    assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void theFirstSchemeIsCalledWithTheCasesKey() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос").classify("CONSTRUCTIVE");
    waitsAt(appeal, PROCESS, "callScheme1");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
  }

  @Test
  void aSecondMessageJoinsTheOpenCase() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос");
    String second = appeal.write("Вот он: где карта?");
    assertThat(Appeal.find(second).path("caseId").asText()).isEqualTo(appeal.caseId());
    passed(appeal, PROCESS, "userReplied", "announceReply", "gatherContextAgain", "replyTaken");
    waitsAt(appeal, PROCESS, "classifyAppeal");
  }

  @Test
  void aMessageAfterTheEndOpensANewCase() {
    Appeal appeal = Appeal.comment("vk", "👍").classify("NO_REACTION");
    String second = appeal.write("А теперь вопрос");
    assertThat(Appeal.find(second).path("caseId").asText()).isNotEqualTo(appeal.caseId());
    assertThat(Appeal.find(second).path("continues").asText()).isEqualTo(appeal.caseId());
  }

  @Test
  void longAfterTheEndANewCaseStandsAlone() {
    Appeal appeal = Appeal.comment("vk", "👍").classify("NO_REACTION").passTime("P31D");
    String second = appeal.write("А теперь вопрос");
    assertThat(Appeal.find(second).path("continues").isNull()).isTrue();
  }

  @Test
  void aWrongSchemeGoesBackToAPerson() {
    Appeal appeal = Appeal.comment("vk", "Хм").toReply().decide("WRONG_SCHEME");
    waitsAt(appeal, PROCESS, "classifyAppeal");
    appeal.classify("NO_REACTION");
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("NO_REACTION");
  }

  @Test
  void aChangedMessageWakesTheSchemeAndIsReadBeforeTheNextWait() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply().reply("Проверяем.");
    appeal.edit(appeal.firstMessage(), "Где мой кешбэк за май?");
    passed(appeal, PROCESS, "messageEdited", "announceReplyInChange", "changeTaken");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
  }

  @Test
  void anAnswerThatHasNotSeenTheChangeDoesNotGoOut() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    appeal.edit(appeal.firstMessage(), "Уже не нужно про кешбэк. Где карта?");
    appeal.reply("Кешбэк придёт завтра.");
    assertThat(appeal.answers()).isEmpty();
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
    appeal.reply("Карта в пути.");
    assertThat(appeal.answers()).containsExactly("Карта в пути.");
  }

  @Test
  void aMessageThatIsNoViolationAfterAllIsAnsweredByTheSchemeThatWaits() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply().reply("Проверяем.");
    appeal.write(Scheme2PathsTest.SPAM);
    waitsAt(appeal, "scheme-1-constructive", "awaitReaction");
    appeal.submit(
        "anna",
        "confirmViolation",
        Map.of("violation", "NONE", "noViolationDecision", "WRONG_SCHEME"));
    passed(appeal, PROCESS, "announceReplyAfterwards", "violationWorked");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
  }

  @Test
  void anAdvertisementThatIsAddedLaterIsSeen() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    appeal.edit(appeal.firstMessage(), Scheme2PathsTest.SPAM);
    passed(appeal, PROCESS, "gatherContextInChange");
    appeal.confirm("ADVERTISING");
    passed(appeal, PROCESS, "callScheme2ForChange", "changeWorked");
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(1);
    waitsAt(appeal, PROCESS, "callScheme1");
  }

  @Test
  void aDeletedMessageBesideOthersEndsNothing() {
    Appeal appeal = Appeal.comment("vk", "Есть вопрос").toReply();
    appeal.write("Вот он: где карта?");
    appeal.delete(appeal.firstMessage());
    passed(appeal, PROCESS, "messageRemoved", "checkWithdrawn", "workGoesOn");
    assertThat(appeal.tasks()).containsExactly("prepareReply");
  }

  @Test
  void aWithdrawnAppealIsClosedWithEverythingThatWasBegun() {
    Appeal appeal = Appeal.comment("vk", "Где моя карта?").toReply().fault("tokenExpired");
    appeal.submitReply("В пути.");
    Appeal.idle();
    appeal.delete(appeal.firstMessage());
    appeal.submit("anna", "decideWithdrawnAppeal", Map.of("withdrawnDecision", "CLOSE"));
    passed(appeal, PROCESS, "appealWithdrawn", "withdrawAppeal", "withdrawnAppealClosed");
    assertThat(appeal.tasks()).isEmpty();
    assertThat(appeal.file().path("outcome").asText()).isEqualTo("WITHDRAWN");
    assertThat(appeal.file().path("publications").findValuesAsText("state"))
        .containsExactly("DROPPED");
    appeal.renewToken();
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void anAdvocatesPostWaitsForNoAnswerAndTheirQuestionDoes() {
    String author = String.valueOf(System.nanoTime() % 1_000_000_000);
    String advocate =
        """
        {"name":"Иван Орлов","platform":"vk","accountId":"id%s",
         "disclosure":"Я сотрудник платёжной системы «Мир».",
         "consentFrom":"2026-01-01","consentUntil":"2098-12-31"}
        """
            .formatted(author);
    assertThat(Desk.as("maria").post("/api/advocates", advocate).statusCode()).isEqualTo(201);
    Appeal post =
        Appeal.commentBy("vk", author, "Я сотрудник платёжной системы «Мир». Карта выпускается.");
    assertThat(post.tasks()).isEmpty();
    assertThat(post.file().path("outcome").asText()).isEqualTo("NO_REACTION");
    assertThat(Appeal.commentBy("vk", author, "А где моя карта?").tasks())
        .containsExactly("classifyAppeal");
  }

  @Test
  void whoLetsUsWriteNoMoreHasWithdrawnUntilTheyWriteAgain() {
    Appeal appeal = Appeal.privately("viber", "Где моя карта?").toReply().reach("left");
    Appeal.idle();
    assertThat(appeal.tasks()).containsExactlyInAnyOrder("prepareReply", "decideWithdrawnAppeal");
    assertThat(appeal.file().path("timeline").findValuesAsText("what")).contains("PERSON_LEFT");
    appeal.submit("anna", "decideWithdrawnAppeal", Map.of("withdrawnDecision", "CONTINUE"));
    appeal.write("Так где она?");
    appeal.reply("Заказана.").reply("В пути.");
    assertThat(appeal.answers()).containsExactly("В пути.");
  }

  @Test
  void aWithdrawnAppealMayBeWorkedOn() {
    Appeal appeal = Appeal.comment("vk", "Где моя карта?").toReply();
    appeal.delete(appeal.firstMessage());
    appeal.submit("anna", "decideWithdrawnAppeal", Map.of("withdrawnDecision", "CONTINUE"));
    assertThat(appeal.tasks()).containsExactly("prepareReply");
  }
}
