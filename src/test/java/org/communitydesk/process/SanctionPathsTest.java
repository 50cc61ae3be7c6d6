package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanctionPathsTest extends PathTest {

  private static final String PROCESS = "sanction";
  private static final String SPAM = Scheme2PathsTest.SPAM;

  @Test
  void aWarningIsOverWhenItCanNoMoreBeDisputed() {
    Appeal appeal = Appeal.comment("vk", SPAM).confirm("ADVERTISING");
    passed(appeal, PROCESS, "applySanctionLocally");
    waitsAt(appeal, PROCESS, "awaitTerm");
    appeal.passTime("P31D");
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
    passed(appeal, PROCESS, "termOver", "endSanction", "sanctionOver");
  }

  @Test
  void aPlatformWithTermsEndsTheBanItself() {
    Appeal appeal = second("vk");
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("PLATFORM");
    Instant until = Instant.parse(appeal.sanction().path("until").asText());
    Instant onPlatform = Instant.parse(appeal.ban().path("until").asText());
    assertThat(Duration.between(until, onPlatform).abs()).isLessThan(Duration.ofSeconds(2));
    appeal.passTime("P8D");
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
    notPassed(appeal, PROCESS, "unbanPerson");
  }

  @Test
  void whereThePlatformKnowsNoTermTheDeskLiftsTheBan() {
    Appeal appeal = second("facebook");
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("TIMER");
    assertThat(appeal.ban().isMissingNode()).isFalse();
    appeal.passTime("P6D");
    assertThat(appeal.ban().isMissingNode()).isFalse();
    appeal.passTime("P2D");
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
    passed(appeal, PROCESS, "unbanPerson", "isUnbanned");
  }

  @Test
  void whereThePlatformLetsNoProgramBanAModeratorDoesAndLifts() {
    Appeal appeal = second("ok");
    waitsAt(appeal, PROCESS, "applyByHand");
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("PROPOSED");
    appeal.submit("anna", "applyByHand", Map.of("handOutcome", "DONE"));
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("RUNNING");
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("HAND");
    appeal.passTime("P8D");
    waitsAt(appeal, PROCESS, "liftByHand");
    appeal.submit("anna", "liftByHand", Map.of("handOutcome", "DONE"));
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
    passed(appeal, PROCESS, "applySanctionByHand", "liftByHand");
  }

  @Test
  void aBanThatNobodyCanApplyIsKeptLocally() {
    Appeal appeal = second("ok");
    appeal.submit("anna", "applyByHand", Map.of("handOutcome", "IMPOSSIBLE"));
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("LOCAL");
  }

  @Test
  void aDisputeIsJudgedByAnotherPersonAndUpheld() {
    Appeal appeal = second("vk");
    dispute(appeal);
    appeal.submit("maria", "reviewDispute", Map.of("disputeDecision", "UPHOLD"));
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("RUNNING");
    assertThat(appeal.state().path("messages").findValuesAsText("text"))
        .anyMatch(text -> text.contains("остаётся в силе"));
    passed(appeal, PROCESS, "upholdSanction", "writeNoticeUpheld", "measureUpheld");
  }

  @Test
  void aRevokedBanIsLiftedAndThePersonIsTold() {
    Appeal appeal = second("vk");
    dispute(appeal);
    appeal.submit("maria", "reviewDispute", Map.of("disputeDecision", "REVOKE"));
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("REVOKED");
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(appeal.state().path("messages").findValuesAsText("text"))
        .anyMatch(text -> text.contains("отменена"));
    passed(
        appeal, PROCESS, "revokeSanction", "sanctionRevoked", "unbanPerson", "sanctionCancelled");
  }

  @Test
  void aReplyToTheNoticeIsADispute() {
    Appeal appeal = Appeal.comment("vk", SPAM).confirm("ADVERTISING");
    String notice = appeal.noticeId();
    appeal.answerTo(notice, "За что? Это не реклама!");
    waitsAt(appeal, PROCESS, "reviewDispute", "awaitTerm");
  }

  @Test
  void aMeasureRevokedWhileItIsBeingAppliedByHandComesToNothing() {
    Appeal appeal = second("ok");
    String id = appeal.sanction().path("id").asText();
    assertThat(
            Desk.as("maria")
                .post("/api/sanctions/" + id + "/revoke", "{\"why\":\"Ошибка\"}")
                .statusCode())
        .isBetween(200, 299);
    Appeal.idle();
    passed(appeal, PROCESS, "revokedMeanwhile", "writeNoticeRevoked");
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("REVOKED");
  }

  @Test
  void aPermanentBanMayBeRevokedLongAfterItsProcessHasEnded() {
    Appeal appeal = Scheme2PathsTest.fourth("vk");
    appeal.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "FOR_EVER"));
    appeal.passTime("P40D");
    assertThat(running(appeal, PROCESS)).isNull();
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("RUNNING");
    String id = appeal.sanction().path("id").asText();
    assertThat(
            Desk.as("admin")
                .post("/api/sanctions/" + id + "/revoke", "{\"why\":\"Ошибка\"}")
                .statusCode())
        .isBetween(200, 299);
    Appeal.idle();
    assertThat(appeal.ban().isMissingNode()).isTrue();
    passed(appeal, PROCESS, "isAlreadyRevoked", "sanctionCancelled");
  }

  @Test
  void anUnbanThatThePlatformNeverAnswersIsDoneByHand() {
    Appeal appeal = second("facebook").passTime("P6D").fault("acceptThenReset", 3);
    appeal.passTime("P2D").passTime("PT1M").passTime("PT1M");
    waitsAt(appeal, PROCESS, "liftByHand");
    appeal.submit("anna", "liftByHand", Map.of("handOutcome", "DONE"));
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
  }

  @Test
  void inPrivateTheMeasureIsSilence() {
    Appeal appeal = Appeal.privately("viber", SPAM).confirm("ADVERTISING");
    appeal = appeal.again(SPAM).confirm("ADVERTISING");
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("LOCAL");
    Appeal quiet = appeal.again("Почему молчите? Скучно тут у вас.");
    assertThat(quiet.tasks()).isEmpty();
    assertThat(quiet.file().path("outcome").asText()).isEqualTo("NO_REACTION");
    Appeal claim = appeal.again("У меня списали деньги с карты дважды!");
    assertThat(claim.tasks()).containsExactly("classifyAppeal");
  }

  private static void dispute(Appeal appeal) {
    String id = appeal.sanction().path("id").asText();
    assertThat(
            Desk.as("anna")
                .post("/api/sanctions/" + id + "/dispute", "{\"text\":\"Человек не согласен\"}")
                .statusCode())
        .isBetween(200, 299);
    Appeal.idle();
  }

  @Test
  void aChannelThatWritesInItsOwnNameIsShutOutAsAChannelAndLetInAgain() {
    Appeal first = Appeal.commentBy("telegram", "-1001555000111", SPAM).confirm("ADVERTISING");
    Appeal appeal = first.again(SPAM).confirm("ADVERTISING");
    assertThat(appeal.sanction().path("enforcedBy").asText()).isEqualTo("TIMER");
    assertThat(appeal.ban().isMissingNode()).isFalse();
    assertThat(appeal.compareBans().drift(true)).isEmpty();
    appeal.passTime("P8D");
    assertThat(appeal.ban().isMissingNode()).isTrue();
    assertThat(appeal.sanction().path("state").asText()).isEqualTo("ENDED");
  }

  @ParameterizedTest
  @CsvSource({"vk, 7000001", "telegram, 7000007"})
  void whoRunsTheCommunityIsNeverPunishedAndTheModeratorReadsWhy(String platform, String author) {
    Appeal appeal = Appeal.commentBy(platform, author, SPAM).confirm("ADVERTISING");
    assertThat(appeal.sanctions()).isEmpty();
    assertThat(appeal.file().path("notes").findValuesAsText("text"))
        .anyMatch(text -> text.contains("управляет сообществом"));
    passed(appeal, "scheme-2-violation", "offenceRecorded");
  }

  private static Appeal second(String platform) {
    return Appeal.comment(platform, SPAM).confirm("ADVERTISING").again(SPAM).confirm("ADVERTISING");
  }
}
