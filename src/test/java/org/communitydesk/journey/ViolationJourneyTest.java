package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person breaks the rules four times on each platform, up the whole ladder. */
@DeskTest
class ViolationJourneyTest {

  private static final String SPAM =
      "Заработок без вложений от 50 000 рублей в день! Пиши в телеграм t.me/zarabotok_tut";

  @ParameterizedTest
  @CsvSource({
    "vk, comment, PLATFORM",
    "telegram, comment, PLATFORM",
    "facebook, comment, TIMER",
    "instagram, comment, HAND",
    "x, comment, HAND",
    "ok, comment, HAND",
    "whatsapp, private, TIMER",
    "viber, private, LOCAL",
    "vk, private, LOCAL"
  })
  void upTheLadder(String platform, String kind, String enforcedBy) {
    Appeal first = write(platform, kind);
    confirm(first);
    assertMeasure(first, 1, "WARNING", 0);
    assertGone(first, kind);

    Appeal second = first.again(SPAM);
    confirm(second);
    applyByHandWhereNeeded(second, enforcedBy);
    assertMeasure(second, 2, "BAN", 7);
    assertThat(second.sanction().path("state").asText()).isEqualTo("RUNNING");
    assertThat(second.sanction().path("enforcedBy").asText()).isEqualTo(enforcedBy);
    assertBanned(second, enforcedBy);
    second.passTime("P8D");
    liftByHandWhereNeeded(second, enforcedBy);
    assertThat(second.sanction().path("state").asText()).isEqualTo("ENDED");
    assertThat(second.ban().isMissingNode()).isTrue();

    Appeal third = second.again(SPAM);
    confirm(third);
    applyByHandWhereNeeded(third, enforcedBy);
    assertMeasure(third, 3, "BAN", 30);
    third.passTime("P29D");
    assertBanned(third, enforcedBy);
    third.passTime("P2D");
    liftByHandWhereNeeded(third, enforcedBy);
    assertThat(third.ban().isMissingNode()).isTrue();

    Appeal fourth = third.again(SPAM);
    confirm(fourth);
    fourth.submit("maria", "confirmPermanentBan", Map.of("permanentDecision", "FOR_EVER"));
    publishByHandWhereNeeded(fourth);
    applyByHandWhereNeeded(fourth, enforcedBy);
    assertThat(fourth.sanction().path("rung").asInt()).isEqualTo(4);
    assertThat(fourth.sanction().path("days").isNull()).isTrue();
    assertBanned(fourth, enforcedBy);
    fourth.passTime("P400D");
    assertBanned(fourth, enforcedBy);
    assertThat(fourth.sanction().path("state").asText()).isEqualTo("RUNNING");
  }

  private static Appeal write(String platform, String kind) {
    return "comment".equals(kind)
        ? Appeal.comment(platform, SPAM)
        : Appeal.privately(platform, SPAM);
  }

  private static void confirm(Appeal appeal) {
    appeal.confirm("ADVERTISING");
    publishByHandWhereNeeded(appeal);
  }

  /** On X a program may answer only who names us; the notice is then a person's. */
  private static void publishByHandWhereNeeded(Appeal appeal) {
    if (appeal.tasks().contains("publishByHand")) {
      appeal.submit("anna", "publishByHand", Map.of("handOutcome", "DONE"));
    }
  }

  private static void applyByHandWhereNeeded(Appeal appeal, String enforcedBy) {
    if ("HAND".equals(enforcedBy)) {
      appeal.submit("anna", "applyByHand", Map.of("handOutcome", "DONE"));
    }
  }

  private static void liftByHandWhereNeeded(Appeal appeal, String enforcedBy) {
    if ("HAND".equals(enforcedBy)) {
      appeal.submit("anna", "liftByHand", Map.of("handOutcome", "DONE"));
    }
  }

  private static void assertMeasure(Appeal appeal, int rung, String measure, int days) {
    assertThat(appeal.sanction().path("rung").asInt()).isEqualTo(rung);
    assertThat(appeal.sanction().path("measure").asText()).isEqualTo(measure);
    assertThat(appeal.sanction().path("days").asInt()).isEqualTo(days);
  }

  private static void assertGone(Appeal appeal, String kind) {
    var message = appeal.onPlatform(appeal.firstMessage());
    boolean gone = message.path("hidden").asBoolean() || message.path("deleted").asBoolean();
    assertThat(gone).isEqualTo("comment".equals(kind));
  }

  private static void assertBanned(Appeal appeal, String enforcedBy) {
    boolean onPlatform = "PLATFORM".equals(enforcedBy) || "TIMER".equals(enforcedBy);
    assertThat(appeal.ban().isMissingNode()).isNotEqualTo(onPlatform);
  }
}
