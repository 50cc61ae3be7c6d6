package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.conversation.Violation;
import org.communitydesk.process.sanction.SanctionStarter;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Report;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody is kept out longer than the ladder says, told twice, or left unheard. */
class WrongedPathsTest extends PathTest {

  private static final String SPAM = Scheme2PathsTest.SPAM;
  private static final String QUESTION = "Когда заработает приложение?";
  private static final Decision WEEK = new Decision(Measure.BAN, 7, "1", null);

  @Autowired Ladder ladder;
  @Autowired SanctionStarter starter;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  @AfterEach
  void publishingGoesOn() {
    stop("vk", false);
    stop("telegram", false);
  }

  @Test
  void aBanThatTheRecountNoLongerJustifiesIsLiftedAndNotOnlyApologisedFor() {
    Appeal appeal = month("vk").passTime("P10D");
    revoke(appeal, 1);
    appeal.passTime("PT10M");
    assertThat(appeal.ban().isMissingNode()).as("banned on the platform").isTrue();
    assertThat(appeal.tasks()).isEmpty();
    assertThat(states(appeal).subList(0, 3)).containsExactly("ENDED", "REVOKED", "REVOKED");
    assertThat(told(appeal, "отменена")).as("and of the week in its own case").isEqualTo(1);
  }

  @Test
  void aRecountWhoseTermIsNotOverMakesTheBanOnThePlatformShorter() {
    Appeal appeal = month("vk").passTime("P3D");
    String until = appeal.ban().path("until").asText();
    revoke(appeal, 1);
    appeal.passTime("PT10M");
    assertThat(appeal.ban().isMissingNode()).isFalse();
    assertThat(appeal.ban().path("until").asText()).isLessThan(until);
    assertThat(appeal.passTime("P5D").ban().isMissingNode()).isTrue();
  }

  @Test
  void aBanByHandIsLiftedByHandWhenItsFollowerCameToNothing() {
    Appeal appeal = month("ok").passTime("P3D");
    revoke(appeal, 1);
    appeal.submit("anna", "applyByHand", Map.of("handOutcome", "IMPOSSIBLE"));
    appeal.passTime("PT10M");
    assertThat(appeal.tasks()).containsExactly("liftByHand");
  }

  @Test
  void aBanThatWasHeldAndThenRevokedIsNeverCarriedOut() {
    Appeal appeal = Appeal.comment("telegram", QUESTION);
    stop("telegram", true);
    long bans = calls(appeal, "banchatmember");
    begin(appeal, Platform.TELEGRAM, WEEK);
    Appeal.idle();
    waitsAt(appeal, "platform-act", "awaitRelease");
    revoke(appeal, 0);
    stop("telegram", false);
    appeal.passTime("PT6M");
    assertThat(calls(appeal, "banchatmember")).as("and unbanChatMember").isEqualTo(bans);
    assertThat(appeal.tasks()).doesNotContain("applyByHand", "liftByHand");
    assertThat(running(appeal, "sanction")).isNull();
    assertThat(states(appeal).get(0)).isEqualTo("REVOKED");
  }

  @Test
  void aBanHeldLongerThanItsTermEndsUnapplied() {
    Appeal appeal = Appeal.comment("vk", QUESTION);
    stop("vk", true);
    begin(appeal, Platform.VK, WEEK);
    appeal.passTime("P8D");
    stop("vk", false);
    appeal.passTime("PT6M");
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(appeal.tasks()).doesNotContain("applyByHand", "liftByHand");
    assertThat(states(appeal).get(0)).isEqualTo("ENDED");
    assertThat(appeal.sanction().path("from").isNull()).isTrue();
  }

  @Test
  void nobodyIsAskedToBanByHandAfterTheTerm() {
    Appeal appeal = Appeal.comment("ok", SPAM).confirm("ADVERTISING").again(SPAM);
    appeal.confirm("ADVERTISING");
    assertThat(appeal.tasks()).containsExactly("applyByHand");
    appeal.passTime("P8D");
    assertThat(appeal.tasks()).isEmpty();
    assertThat(states(appeal).get(0)).isEqualTo("ENDED");
    assertThat(appeal.file().path("notes").findValuesAsText("text"))
        .anyMatch(text -> text.contains("Срок меры прошёл раньше"));
  }

  @Test
  void aBanForEverThatWasSetByHandStays() {
    Appeal appeal = month("ok").passTime("P31D");
    appeal.submit("anna", "liftByHand", Map.of("handOutcome", "DONE"));
    appeal = appeal.again(SPAM).confirm("ADVERTISING");
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "FOR_EVER"));
    appeal.submit("anna", "applyByHand", Map.of("handOutcome", "DONE"));
    appeal.passTime("P40D");
    assertThat(appeal.tasks()).isEmpty();
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("RUNNING");
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("HAND");
    revoke(appeal, 0);
    assertThat(appeal.tasks()).containsExactly("liftByHand");
  }

  @Test
  void aCommentEditedBeforeItIsConfirmedIsOneMeasureAndOneNotice() {
    Appeal appeal = Appeal.comment("vk", SPAM);
    appeal.edit(appeal.firstMessage(), SPAM + " Пишите!");
    List<String> tasks = appeal.taskIds("confirmViolation");
    assertThat(tasks).hasSize(2);
    tasks.forEach(WrongedPathsTest::confirmTask);
    Appeal.idle();
    assertThat(appeal.sanctions()).hasSize(1);
    assertThat(told(appeal, "Мера:")).isEqualTo(1);
    assertThat(lives(appeal)).isEqualTo(1);
  }

  @Test
  void furtherWordsJoinTheOpenDispute() {
    Appeal appeal = Appeal.comment("vk", SPAM).confirm("ADVERTISING");
    String notice = appeal.noticeId();
    for (String words : List.of("За что?", "Это не реклама!", "Ответьте же", "Я не согласен")) {
      appeal.answerTo(notice, words);
    }
    List<String> tasks = appeal.taskIds("reviewDispute");
    assertThat(tasks).hasSize(1);
    assertThat((String) engine.getTaskService().getVariable(tasks.get(0), "disputeText"))
        .contains("За что?", "Это не реклама!", "Ответьте же", "Я не согласен");
    appeal.submit("maria", "reviewDispute", Map.of("disputeDecision", "UPHOLD"));
    assertThat(told(appeal, "остаётся в силе")).isEqualTo(1);
    appeal.answerTo(notice, "И всё же не согласен");
    assertThat(appeal.taskIds("reviewDispute")).hasSize(1);
  }

  @Test
  void aPersonWhoIsShutOutObjectsInPrivate() {
    Appeal appeal =
        Appeal.comment("vk", SPAM).confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING");
    appeal.writePrivately("Снимите бан, я не согласен!");
    assertThat(appeal.tasks()).containsExactly("reviewDispute");
  }

  @Test
  void whoWasOnlyWarnedObjectsInPrivateByTheOwnersWords() {
    Appeal appeal = Appeal.comment("vk", SPAM).confirm("ADVERTISING");
    appeal.writePrivately("Это была шутка, верните справедливость");
    assertThat(appeal.taskIds("reviewDispute")).isEmpty();
    String list = "/api/policy/lists/objections";
    String before = Desk.as("pavel").get(list).body();
    String more = before.replace("\"words\":[", "\"words\":[\"верните _ справедливость\",");
    assertThat(Desk.as("pavel").put(list, more).statusCode()).isEqualTo(200);
    try {
      appeal.writePrivately("Верните мне справедливость");
      appeal.writePrivately("Я не согласен с предупреждением");
    } finally {
      Desk.as("pavel").put(list, before);
    }
    List<String> tasks = appeal.taskIds("reviewDispute");
    assertThat(tasks).hasSize(1);
    assertThat((String) engine.getTaskService().getVariable(tasks.get(0), "disputeText"))
        .contains("Верните мне справедливость", "не согласен с предупреждением");
  }

  @Test
  void whenNobodyMayJudgeAnyMoreADisputeIsRefusedInWords() {
    Appeal appeal = Scheme2PathsTest.fourth("vk");
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "FOR_EVER"));
    appeal.passTime("P31D");
    String path = "/api/sanctions/" + appeal.sanction().path("id").asText() + "/dispute";
    HttpResponse<String> answer = Desk.as("anna").post(path, "{\"text\":\"Не согласен\"}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Время для жалоб");
  }

  @Test
  void anUnansweredBanThatIsTakenBackIsUndone() {
    Appeal appeal = Appeal.comment("facebook", QUESTION).fault("acceptThenReset", 1);
    begin(appeal, Platform.FACEBOOK, WEEK);
    Appeal.idle();
    assertThat(appeal.ban().isMissingNode()).isFalse();
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("PROPOSED");
    revoke(appeal, 0);
    appeal.passTime("PT1M").passTime("PT1M");
    assertThat(appeal.ban().isMissingNode()).isTrue();
  }

  @Test
  void anActOfUnknownOutcomeIsDoneAgain() {
    Appeal appeal = Appeal.comment("vk", QUESTION);
    stop("vk", true);
    begin(appeal, Platform.VK, WEEK);
    Appeal.idle();
    assertThat(
            jdbc.sql(
                    """
                    update desk.publication set state = 'UNKNOWN', stop_order = null
                    where kind = 'BAN' and recipient_id = ?
                    """)
                .param(appeal.author())
                .update())
        .isEqualTo(1);
    stop("vk", false);
    appeal.passTime("PT6M").passTime("PT6M");
    assertThat(appeal.ban().isMissingNode()).isFalse();
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("RUNNING");
  }

  @Test
  void aRevocationThatComesWhileAMeasureIsBeingAppliedIsNotLost() throws Exception {
    Appeal appeal = Appeal.comment("vk", QUESTION);
    Sanction measure = open(appeal, Platform.VK, new Decision(Measure.WARNING, 0, "1", null));
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            held -> {
              jdbc.sql("select id from desk.offender where author_id = ? for update")
                  .param(appeal.author())
                  .query(Long.class)
                  .single();
              CompletableFuture.runAsync(() -> starter.start(measure, clock.instant(), 50)).join();
              awaitSomebodyWaits();
              ladder.revoke(measure.id(), "admin", "Ошибка");
            });
    Appeal.idle();
    assertThat(ladder.find(measure.id()).state()).isEqualTo(Sanction.State.REVOKED);
    assertThat(running(appeal, "sanction")).isNull();
    assertThat(told(appeal, "отменена")).isEqualTo(1);
  }

  private void begin(Appeal appeal, Platform platform, Decision decision) {
    starter.start(open(appeal, platform, decision), clock.instant(), 50);
  }

  private Sanction open(Appeal appeal, Platform platform, Decision decision) {
    Offence offence =
        ladder.record(
            new Report(
                appeal.caseId(),
                appeal.firstMessage(),
                new Offender(new Account(platform, "main"), appeal.author()),
                "Пётр",
                appeal.firstMessage(),
                clock.instant(),
                Violation.FLOOD,
                null,
                null));
    return ladder.open(offence.id(), decision).orElseThrow();
  }

  private void awaitSomebodyWaits() {
    org.awaitility.Awaitility.await()
        .until(
            () ->
                CompletableFuture.supplyAsync(
                        () ->
                            jdbc.sql(
                                    """
                                    select count(*) from pg_stat_activity
                                    where wait_event_type = 'Lock' and query like '%offender%'
                                    """)
                                .query(Long.class)
                                .single())
                    .join(),
            waiting -> waiting > 0);
  }

  @Test
  void twoModeratorsWhoConfirmAtTheSameMomentMakeOneMeasure() {
    Appeal appeal = Appeal.comment("vk", SPAM);
    appeal.edit(appeal.firstMessage(), SPAM + " Звоните!");
    List<String> tasks = appeal.taskIds("confirmViolation");
    tasks.stream()
        .map(task -> CompletableFuture.runAsync(() -> confirmTask(task)))
        .toList()
        .forEach(CompletableFuture::join);
    Appeal.idle();
    assertThat(appeal.sanctions()).hasSize(1);
    assertThat(told(appeal, "Мера:")).isEqualTo(1);
    assertThat(lives(appeal)).isEqualTo(1);
  }

  @Test
  void aDisputeJudgedAfterTheTimeForDisputesStillLiftsABanForEver() {
    Appeal appeal = Scheme2PathsTest.fourth("vk");
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "FOR_EVER"));
    dispute(appeal);
    appeal.passTime("P31D");
    assertThat(appeal.ban().isMissingNode()).isFalse();
    appeal.submit("admin", "reviewDispute", Map.of("disputeDecision", "REVOKE"));
    appeal.passTime("PT10M");
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(told(appeal, "отменена")).isEqualTo(1);
  }

  private static void confirmTask(String id) {
    assertThat(
            Desk.as("anna")
                .post(
                    "/engine-rest/task/" + id + "/submit-form",
                    "{\"variables\":{\"violation\":{\"value\":\"ADVERTISING\"}}}")
                .statusCode())
        .isEqualTo(204);
  }

  private long lives(Appeal appeal) {
    return engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey("sanction")
        .processInstanceBusinessKey(appeal.caseId())
        .count();
  }

  private long told(Appeal appeal, String words) {
    return jdbc.sql(
            """
            select count(*) from desk.publication
            where case_id = ? and kind = 'REPLY' and state = 'SENT' and text like ?
            """)
        .params(Long.valueOf(appeal.caseId()), "%" + words + "%")
        .query(Long.class)
        .single();
  }

  private static List<String> states(Appeal appeal) {
    return appeal.sanctions().findValuesAsText("state");
  }

  private static long calls(Appeal appeal, String method) {
    return StreamSupport.stream(appeal.state().path("calls").spliterator(), false)
        .filter(call -> call.path("path").asText().toLowerCase(Locale.ROOT).contains(method))
        .count();
  }

  /** The third measure, of thirty days; the week before it is over. */
  private static Appeal month(String platform) {
    Appeal second =
        Appeal.comment(platform, SPAM).confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING");
    byHand(second, "applyByHand");
    second.passTime("P8D");
    byHand(second, "liftByHand");
    Appeal third = second.again(SPAM).confirm("ADVERTISING");
    byHand(third, "applyByHand");
    return third;
  }

  private static void byHand(Appeal appeal, String task) {
    if (appeal.tasks().contains(task)) {
      appeal.submit("anna", task, Map.of("handOutcome", "DONE"));
    }
  }

  /** Somebody who had no say takes the measure back; 0 is the latest. */
  private static void revoke(Appeal appeal, int which) {
    post("admin", appeal.sanctions().path(which), "/revoke", "{\"why\":\"Ошибка\"}");
  }

  private static void dispute(Appeal appeal) {
    post("anna", appeal.sanction(), "/dispute", "{\"text\":\"Человек не согласен\"}");
  }

  private static void post(String who, JsonNode sanction, String order, String body) {
    String path = "/api/sanctions/" + sanction.path("id").asText() + order;
    assertThat(Desk.as(who).post(path, body).statusCode()).isBetween(200, 299);
    Appeal.idle();
  }

  private static void stop(String platform, boolean stopped) {
    String body = "{\"stopped\":" + stopped + ",\"reason\":\"Проверка\"}";
    assertThat(Desk.as("maria").put("/api/publishing/" + platform + "/main", body).statusCode())
        .isBetween(200, 299);
    Appeal.idle();
  }
}
