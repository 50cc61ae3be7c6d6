package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactCenterRequestPathsTest extends PathTest {

  private static final String PROCESS = "contact-center-request";

  @Test
  void theContactCenterAnswersAndTheModeratorAdapts() {
    Appeal appeal = asked();
    waitsAt(appeal, PROCESS, "answerRequest");
    appeal.submit("olga", "answerRequest", Map.of("contactCenterAnswer", "Ответ из КЦ."));
    passed(appeal, PROCESS, "requestAnswered");
    passed(appeal, "scheme-1-constructive", "offerToKnowledge");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
    assertThat(appeal.file().path("draft").path("text").asText()).isEqualTo("Ответ из КЦ.");
    assertThat(appeal.file().path("notes").findValuesAsText("kind"))
        .contains("CONTACT_CENTER_QUESTION", "CONTACT_CENTER_ANSWER");
    appeal.reply("Анна, уточнили: ответ из контактного центра.");
    assertThat(appeal.answers()).containsExactly("Анна, уточнили: ответ из контактного центра.");
  }

  @Test
  void anOverdueRequestWaits() {
    Appeal appeal = asked().passTime("PT5H");
    waitsAt(appeal, PROCESS, "answerRequest", "decideOverdueRequest");
    appeal.submit("maria", "decideOverdueRequest", Map.of("overdueDecision", "WAIT"));
    waitsAt(appeal, PROCESS, "answerRequest", "waitLonger");
    appeal.passTime("PT5H");
    waitsAt(appeal, PROCESS, "answerRequest", "decideOverdueRequest");
    appeal.submit("olga", "answerRequest", Map.of("contactCenterAnswer", "Позже, но ответ."));
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
  }

  @Test
  void anOverdueRequestGetsAHoldingReply() {
    Appeal appeal = asked().passTime("PT5H");
    appeal.submit("maria", "decideOverdueRequest", Map.of("overdueDecision", "HOLDING_REPLY"));
    passed(appeal, PROCESS, "writeHoldingReply", "publishHoldingReply");
    assertThat(appeal.answers()).singleElement().asString().contains("вернёмся");
    waitsAt(appeal, PROCESS, "answerRequest", "waitLonger");
  }

  @Test
  void anOverdueRequestIsAnsweredWithoutTheContactCenter() {
    Appeal appeal = asked().passTime("PT5H");
    appeal.submit("maria", "decideOverdueRequest", Map.of("overdueDecision", "ANSWER_WITHOUT"));
    passed(appeal, PROCESS, "answeredWithout");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
    notPassed(appeal, "scheme-1-constructive", "offerToKnowledge");
  }

  @Test
  void bothClocksRecallTheRequestBeforeTheyRunOut() {
    Appeal appeal = asked().passTime("PT95M");
    passed(appeal, PROCESS, "answerNearlyDue", "raiseUrgency", "reminded");
    assertThat(priority(appeal)).isEqualTo(90);
    notPassed(appeal, PROCESS, "requestNearlyDue");
    appeal.passTime("PT90M");
    passed(appeal, PROCESS, "requestNearlyDue");
    waitsAt(appeal, PROCESS, "answerRequest");
    appeal.submit("olga", "answerRequest", Map.of("contactCenterAnswer", "Работает."));
  }

  @Test
  void aQuestionThatSettledItselfIsWithdrawn() {
    Appeal appeal = asked();
    String path = "/api/appeals/" + appeal.caseId() + "/contact-center/withdraw";
    assertThat(Desk.as("olga").post(path, "{}").statusCode()).isEqualTo(403);
    assertThat(Desk.as("anna").post(path, "{}").statusCode()).isEqualTo(200);
    Appeal.idle();
    passed(appeal, PROCESS, "withdrawRequest", "requestWithdrawn");
    waitsAt(appeal, "scheme-1-constructive", "prepareReply");
    notPassed(appeal, "scheme-1-constructive", "offerToKnowledge");
    assertThat(appeal.taskIds("answerRequest")).isEmpty();
    assertThat(appeal.file().path("timeline").findValuesAsText("what"))
        .contains("CONTACT_CENTER_WITHDRAWN");
    assertThat(Desk.as("anna").post(path, "{}").statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "'Спасибо, уже разобралась сама', true",
    "Вопрос решён, true",
    "'Спасибо, жду ответа', false",
    "'Всё работает, но кешбэк не пришёл', false"
  })
  void aQuestionIsWithdrawnWhenThePersonSaysThatItIsSettled(String words, boolean withdrawn) {
    Appeal appeal = asked().write(words);
    if (withdrawn) {
      passed(appeal, PROCESS, "withdrawRequest", "requestWithdrawn");
      waitsAt(appeal, "scheme-1-constructive", "prepareReply");
      assertThat(appeal.taskIds("answerRequest")).isEmpty();
    } else {
      waitsAt(appeal, PROCESS, "answerRequest");
    }
  }

  @Test
  void theContactCenterSeesTheAppealsItWasAskedAbout() {
    Appeal appeal = asked();
    Appeal other = Appeal.comment("vk", "Совсем другой вопрос").toReply();
    assertThat(Desk.as("olga").get("/api/appeals/" + appeal.caseId()).statusCode()).isEqualTo(200);
    assertThat(Desk.as("olga").get("/api/appeals/" + other.caseId()).statusCode()).isEqualTo(403);
    assertThat(engine.getFormService().getTaskFormVariables(appeal.taskIds("answerRequest").get(0)))
        .containsKeys("question", "userDeadlineText", "deadlineText");
  }

  private int priority(Appeal appeal) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskId(appeal.taskIds("answerRequest").get(0))
        .singleResult()
        .getPriority();
  }

  private static Appeal asked() {
    return Appeal.comment("vk", "Почему банкомат не принимает карту?")
        .toReply()
        .submit(
            "anna",
            "prepareReply",
            Map.of(
                "replyDecision",
                "ASK_CONTACT_CENTER",
                "contactCenterQuestion",
                "Работает ли банкомат на Ленина, 1?"));
  }
}
