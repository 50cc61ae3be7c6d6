package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishReplyPathsTest extends PathTest {

  private static final String PROCESS = "publish-reply";
  private static final String TEMPLATE = "answer_is_ready";
  private static final String TEXT = "Здравствуйте! Всё работает.";

  @Autowired Gate gate;

  private Appeal appeal = null;

  @AfterEach
  void healThePlatform() {
    if (appeal != null) {
      appeal.renewToken();
    }
  }

  @Test
  void aGoodReplyGoesOut() {
    vk().reply(TEXT);
    passed(appeal, PROCESS, "checkReply", "replyApproval", "publishReply", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
    assertThat(appeal.file().path("publications").get(0).path("state").asText()).isEqualTo("SENT");
  }

  @Test
  void aTooLongReplyIsFixedBeforeAnythingIsSent() {
    submitLongDraft();
    waitsAt(appeal, PROCESS, "fixReply");
    assertThat(appeal.file().path("notes").get(0).path("text").asText())
        .contains("20000")
        .contains("4000");
    appeal.submit("anna", "fixReply", Map.of("fixDecision", "PUBLISH", "replyText", TEXT));
    passed(appeal, PROCESS, "fixReply", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aTooLongReplyIsDropped() {
    submitLongDraft();
    appeal.submit("anna", "fixReply", Map.of("fixDecision", "DROP"));
    passed(appeal, PROCESS, "settlePublicationDropped", "replyDropped");
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void aPromiseOfMoneyIsApprovedByASupervisor() {
    vk().reply("Здравствуйте! Мы вернём вам деньги.");
    waitsAt(appeal, PROCESS, "approveReply");
    assertThat(appeal.answers()).isEmpty();
    appeal.submit("maria", "approveReply", Map.of("approvalDecision", "APPROVE"));
    passed(appeal, PROCESS, "approveReply", "replySent");
    assertThat(appeal.answers()).containsExactly("Здравствуйте! Мы вернём вам деньги.");
  }

  @Test
  void aReturnedReplyIsFixedWithTheRemark() {
    vk().reply("Здравствуйте! Мы компенсируем всё.");
    appeal.submit(
        "maria",
        "approveReply",
        Map.of("approvalDecision", "RETURN", "remark", "Не обещайте компенсацию."));
    waitsAt(appeal, PROCESS, "fixReply");
    appeal.submit("anna", "fixReply", Map.of("fixDecision", "PUBLISH", "replyText", TEXT));
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aReplyIsTakenBackByTheSupervisor() {
    vk().reply("Здравствуйте! Так решил суд.");
    appeal.submit("maria", "approveReply", Map.of("approvalDecision", "DROP"));
    passed(appeal, PROCESS, "replyDropped");
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void afterTheAnswerWindowAnApprovedTemplateIsSent() {
    lateAnswer("whatsapp", "PT25H");
    waitsAt(appeal, PROCESS, "chooseTemplate");
    assertThat(appeal.answers()).isEmpty();
    assertThat(
            appeal
                .trySubmit(
                    "anna",
                    "chooseTemplate",
                    Map.of("templateDecision", "SEND", "templateName", "no_such_template"))
                .statusCode())
        .isEqualTo(400);

    appeal.submit(
        "anna", "chooseTemplate", Map.of("templateDecision", "SEND", "templateName", TEMPLATE));

    passed(appeal, PROCESS, "chooseTemplate", "replySent");
    assertThat(appeal.answers()).hasSize(1).doesNotContain(TEXT);
  }

  @Test
  void afterTheAnswerWindowNothingIsSent() {
    lateAnswer("whatsapp", "PT25H");
    appeal.submit("anna", "chooseTemplate", Map.of("templateDecision", "DROP"));
    passed(appeal, PROCESS, "settlePublicationGivenUp", "replyGivenUp");
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void whereThereAreNoTemplatesALateAnswerIsGivenByHand() {
    lateAnswer("facebook", "P8D");
    waitsAt(appeal, PROCESS, "publishByHand");
    assertThat(appeal.state().path("calls").toString()).doesNotContain("/messages");
  }

  private void lateAnswer(String platform, String later) {
    appeal = Appeal.privately(platform, "Где мой кешбэк?").toReply();
    appeal.passTime(later);
    appeal.reply(TEXT);
  }

  @Test
  void aCommentIsAnsweredInPrivateAndTheTalkGoesOnThere() {
    appeal = Appeal.comment("facebook", "Номер заявки 12345, что с ней?").toReply();
    appeal.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "REPLY", "replyText", TEXT, "replyKind", "PRIVATE"));
    assertThat(appeal.answers()).containsExactly(TEXT);

    appeal.writePrivately("Спасибо, вижу!");

    assertThat(appeal.file().path("conversation").findValuesAsText("text"))
        .contains("Спасибо, вижу!");
    appeal.reply("Хорошего дня!");
    assertThat(appeal.answers()).containsExactly(TEXT, "Хорошего дня!");
    assertThat(appeal.state().path("messages").findValuesAsText("to")).contains(appeal.author());
  }

  @Test
  void aPrivateAppealIsNotAnsweredInPublic() {
    appeal = Appeal.privately("vk", "Где карта?").toReply();
    assertThat(
            appeal
                .trySubmit(
                    "anna",
                    "prepareReply",
                    Map.of("replyDecision", "REPLY", "replyText", TEXT, "replyKind", "COMMENT"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aBusyPlatformIsAskedAgainLater() {
    vk().fault("rateLimit").reply(TEXT);
    waitsAt(appeal, PROCESS, "waitForPlatform");
    assertThat(appeal.answers()).isEmpty();
    appeal.passTime("PT10M");
    passed(appeal, PROCESS, "waitForPlatform", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aMessageDuringTheWaitForThePlatformStopsTheReply() {
    vk().fault("rateLimit").reply(TEXT);
    appeal.write("Уже не нужно, спасибо!");
    appeal.passTime("PT10M");
    passed(appeal, PROCESS, "waitForPlatform", "newMessageCame");
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void aDeadTokenHoldsTheReplyUntilItIsReleased() {
    vk().fault("tokenExpired").reply(TEXT);
    waitsAt(appeal, PROCESS, "awaitRelease");
    assertThat(appeal.channel().path("state").asText()).isEqualTo("RED");
    appeal.renewToken();
    passed(appeal, PROCESS, "publicationReleased", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aHeldReplyIsLookedAtAgainByItselfWithoutACall() {
    vk().fault("tokenExpired").reply(TEXT).passTime("PT6M");
    passed(appeal, PROCESS, "tryAgainLater");
    waitsAt(appeal, PROCESS, "awaitRelease");
    JsonNode publication = appeal.file().path("publications").get(0);
    assertThat(publication.path("state").asText()).isEqualTo("HELD");
    assertThat(publication.path("attempt").asInt()).isEqualTo(1);
    appeal.renewToken();
    passed(appeal, PROCESS, "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aReplyOverTheBudgetWaitsWithoutACall() {
    appeal = Appeal.privately("x", "Когда придёт кешбэк?").toReply();
    Account account = new Account(Platform.X, "main");
    int calls = 0;
    while (gate.ask(account, Kind.PRIVATE) instanceof Gate.Go) {
      calls++;
    }
    assertThat(calls).isBetween(1, 15);
    appeal.reply(TEXT);
    waitsAt(appeal, PROCESS, "waitForPlatform");
    JsonNode waiting = appeal.file().path("publications").get(0);
    assertThat(waiting.path("state").asText()).isEqualTo("NEW");
    assertThat(waiting.path("attempt").asInt()).isZero();
    appeal.passTime("PT2M");
    passed(appeal, PROCESS, "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aPlatformThatIsDarkForDaysOnlyQueues() {
    vk().fault("rateLimit", 4).reply(TEXT);
    for (int day = 1; day <= 3; day++) {
      waitsAt(appeal, PROCESS, "waitForPlatform");
      appeal.passTime("P1D");
    }
    waitsAt(appeal, PROCESS, "waitForPlatform");
    assertThat(appeal.channel().path("state").asText()).isEqualTo("YELLOW");
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    assertThat(engine.getManagementService().createJobQuery().noRetriesLeft().count()).isZero();
    appeal.passTime("PT1H");
    passed(appeal, PROCESS, "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
    assertThat(appeal.file().path("publications").get(0).path("attempt").asInt()).isEqualTo(5);
  }

  @Test
  void anUnknownOutcomeIsReadBackAndFound() {
    vk().fault("acceptThenReset").reply(TEXT);
    waitsAt(appeal, PROCESS, "letPlatformSettle");
    appeal.passTime("PT31S");
    passed(appeal, PROCESS, "readBackReply", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void anUnknownOutcomeIsReadBackAndNotFoundSoItIsSentAgain() {
    vk().fault("serverError").reply(TEXT).passTime("PT31S");
    passed(appeal, PROCESS, "readBackReply", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aPersonSaysThatItWentOut() {
    telegram().fault("acceptThenReset").reply(TEXT).passTime("PT31S");
    waitsAt(appeal, PROCESS, "checkUnknownOutcome");
    appeal.submit("anna", "checkUnknownOutcome", Map.of("sentOutcome", "SENT"));
    passed(appeal, PROCESS, "settlePublicationSent", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aPersonSaysThatItDidNotGoOut() {
    telegram().fault("serverError").reply(TEXT).passTime("PT31S");
    appeal.submit("anna", "checkUnknownOutcome", Map.of("sentOutcome", "NOT_SENT"));
    passed(appeal, PROCESS, "allowRepeat", "replySent");
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  @Test
  void aPersonGivesUp() {
    telegram().fault("serverError").reply(TEXT).passTime("PT31S");
    appeal.submit("anna", "checkUnknownOutcome", Map.of("sentOutcome", "GIVE_UP"));
    passed(appeal, PROCESS, "settlePublicationGivenUp", "replyGivenUp");
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void thePlatformItselfShowsThatItWentOut() {
    telegram().fault("acceptThenReset").reply(TEXT).passTime("PT31S");
    engine
        .getRuntimeService()
        .createMessageCorrelation(Messages.OUTCOME_KNOWN)
        .processInstanceId(running(appeal, PROCESS).getId())
        .correlate();
    Appeal.idle();
    passed(appeal, PROCESS, "outcomeKnown", "settlePublicationSent", "replySent");
  }

  @Test
  void aRefusedReplyIsPublishedByHand() {
    vk().fault("deletedParent").reply(TEXT);
    waitsAt(appeal, PROCESS, "publishByHand");
    appeal.submit(
        "anna",
        "publishByHand",
        Map.of("handOutcome", "DONE", "postUrl", "https://vk.com/wall-1000001_1?reply=7"));
    passed(appeal, PROCESS, "replyRefused", "settlePublicationByHand", "replyByHand");
    assertThat(appeal.file().path("publications").get(0).path("byHand").asBoolean()).isTrue();
  }

  @Test
  void aRefusedReplyIsImpossible() {
    vk().fault("deletedParent").reply(TEXT);
    appeal.submit("anna", "publishByHand", Map.of("handOutcome", "IMPOSSIBLE"));
    passed(appeal, PROCESS, "settlePublicationImpossible", "replyImpossible");
    assertThat(appeal.answers()).isEmpty();
  }

  @Test
  void aReplyIsNotSentOverAMessageThatItsAuthorHasNotSeen() {
    vk().write("Забыл сказать: это было вчера.");
    appeal.reply(TEXT);
    passed(appeal, PROCESS, "newMessageCame");
    assertThat(appeal.answers()).isEmpty();
    assertThat(appeal.file().path("draft").path("text").asText()).isEqualTo(TEXT);
    appeal.reply(TEXT);
    assertThat(appeal.answers()).containsExactly(TEXT);
  }

  private Appeal vk() {
    appeal = Appeal.comment("vk", "Когда придёт кешбэк?").toReply();
    return appeal;
  }

  private Appeal telegram() {
    appeal = Appeal.comment("telegram", "Когда придёт кешбэк?").toReply();
    return appeal;
  }

  private void submitLongDraft() {
    vk();
    String text = "я".repeat(20_000);
    Desk.as("anna")
        .put(
            "/api/appeals/" + appeal.caseId() + "/draft",
            "{\"text\":\"" + text + "\",\"version\":0}");
    appeal.submit("anna", "prepareReply", Map.of("replyDecision", "REPLY", "draftVersion", 1));
  }
}
