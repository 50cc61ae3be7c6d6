package org.communitydesk.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.communitydesk.intake.PlainChannel.event;
import static org.communitydesk.intake.PlainChannel.said;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.communitydesk.intake.IntakeRoom.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class WebhookTest {

  private final Hook hook;
  private final JdbcClient jdbc;
  private final Worker worker;
  private final Backlog backlog;
  private final RecordingAppealProcess appeals;
  private final MeterRegistry meters;
  private final ObjectMapper json;

  WebhookTest(
      Environment environment,
      JdbcClient jdbc,
      Worker worker,
      Backlog backlog,
      RecordingAppealProcess appeals,
      MeterRegistry meters,
      ObjectMapper json) {
    this.hook = new Hook(environment);
    this.jdbc = jdbc;
    this.worker = worker;
    this.backlog = backlog;
    this.appeals = appeals;
    this.meters = meters;
    this.json = json;
  }

  @BeforeEach
  void forget() {
    backlog.clear();
    appeals.forget();
  }

  @Test
  void keepsADeliveryBeforeItAnswersAndHandsItOnLater() {
    HttpResponse<String> answer =
        hook.post("/hooks/vk/main", "s", ("[" + said("1", "7", "Привет") + "]").getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ok");
    assertThat(row()).containsEntry("state", "WAITING").containsEntry("event_key", "said1");
    assertThat(backlog.pending()).isTrue();

    workOff();

    assertThat(row()).containsEntry("state", "UNDERSTOOD").containsEntry("external_id", "1");
    assertThat(appeals.texts()).containsExactly("Привет");
    assertThat(backlog.pending()).isFalse();
  }

  @Test
  void keepsTheSameDeliveryOnceAlsoFromTwentyThreads() {
    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> assertThat(hook.post(said("1", "7", "a"))).isEqualTo(200));
    workOff();
    assertThat(hook.post(said("1", "7", "a"))).isEqualTo(200);
    workOff();

    assertThat(rows()).isEqualTo(1);
    assertThat(appeals.ids()).containsExactly("1");
  }

  @Test
  void keepsOverlappingBatchesInWhateverOrder() {
    String there =
        String.join(",", IntStream.range(0, 40).mapToObj(i -> said("" + i, "" + i, "a")).toList());
    String back =
        String.join(
            ",",
            IntStream.range(0, 40).mapToObj(i -> said("" + (39 - i), "" + (39 - i), "a")).toList());

    IntStream.range(0, 16)
        .parallel()
        .forEach(i -> assertThat(hook.post(i % 2 == 0 ? there : back)).isEqualTo(200));
    hook.post(there);
    workOff();

    assertThat(rows()).isEqualTo(40);
    assertThat(appeals.ids()).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void handsABatchOnInItsOrder() {
    hook.post(
        said("1", "7", "a")
            + ","
            + said("2", "7", "b")
            + ","
            + said("3", "7", "c")
            + ","
            + event("removed", "2", "", ""));
    workOff();

    assertThat(appeals.ids()).containsExactly("1", "2", "3", "-2");
  }

  @Test
  void countsWhatIsDeniedAndStoresNothing() {
    double before = denied();

    assertThat(hook.post("/hooks/vk/main", "wrong", "[]".getBytes(UTF_8)).statusCode())
        .isEqualTo(401);

    assertThat(denied()).isEqualTo(before + 1);
    assertThat(rows()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hooks/vk/other",
        "/hooks/icq/main",
        "/hooks/VK/main",
        "/hooks/vk/%00",
        "/hooks/ok/main/key"
      })
  void knowsNoOtherAccounts(String path) {
    assertThat(hook.post(path, "s", "[]".getBytes(UTF_8)).statusCode()).isIn(404, 400);
    assertThat(rows()).isZero();
  }

  @Test
  void answersAHandshakeAndNotesIt() {
    HttpResponse<String> answer = hook.get("/hooks/vk/main?challenge=%D1%8F&broken=%25zz&&=");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("я");
    assertThat(row()).containsEntry("state", "IGNORED").containsEntry("reason", "A handshake");
  }

  @Test
  void notesAnEmptyBatch() {
    assertThat(hook.post("")).isEqualTo(200);

    assertThat(row()).containsEntry("state", "IGNORED");
  }

  @Test
  void refusesABodyThatIsLongerThanThePlatformsEverAre() {
    byte[] body = new byte[1024 * 1024 + 1];

    assertThat(hook.post("/hooks/vk/main", "s", body).statusCode()).isEqualTo(413);
    assertThat(hook.post("/hooks/vk/main", "wrong", body).statusCode()).isEqualTo(413);
    assertThat(rows()).isZero();
  }

  @Test
  void keepsWhatIsGenuineWhileStrangersPostWhatTheyCan() {
    byte[] unsigned = "[{}]".repeat(250_000).getBytes(UTF_8);

    IntStream.range(0, 96)
        .parallel()
        .forEach(
            i -> {
              if (i % 4 == 0) {
                assertThat(hook.post(said("" + i, "7", "a"))).isEqualTo(200);
              } else {
                assertThat(hook.post("/hooks/vk/main", "guess", unsigned).statusCode())
                    .isEqualTo(401);
              }
            });

    assertThat(rows()).isEqualTo(24);
  }

  @Test
  void answersOnlySomeChallengesAMinute() {
    List<Integer> answers =
        IntStream.range(0, 100)
            .mapToObj(i -> hook.get("/hooks/telegram/main?challenge=" + i).statusCode())
            .toList();

    assertThat(answers).contains(200, 429).doesNotContain(500, 503);
    assertThat(answers.stream().filter(status -> status == 200))
        .hasSizeLessThan(2 * Challenges.A_MINUTE_FROM_ONE_ADDRESS);
  }

  @Test
  void keepsNoCardNumberAndNoSecretHeader() {
    hook.post(said("4111111111111111", "7", "Карта 4111 1111 1111 1111"));
    workOff();

    assertThat(body()).contains("4111 11** **** 1111").contains("\"id\":\"4111111111111111\"");
    assertThat(row().get("headers").toString())
        .contains("content-type: application/json")
        .doesNotContain("canary")
        .doesNotContain("x-secret");
    assertThat(appeals.texts()).containsExactly("Карта 4111 11** **** 1111");
    assertThat(appeals.ids()).containsExactly("4111111111111111");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{not json                                                  | PARKED",
        "[[[[                                                       | PARKED",
        "`[{\"key\":\"k\",\"what\":\"dance\"}]`                     | PARKED",
        "`[{\"key\":\"k\",\"what\":\"crash\"}]`                     | PARKED",
        "`[{\"key\":\"k\",\"what\":\"liked\"}]`                     | IGNORED",
        "`[{\"key\":\"k\",\"what\":\"said\",\"id\":\"1\",\"author\":\"7\",\"text\":\"a\\u0000b\"}]`"
            + " | PARKED",
        "`[{\"key\":\"k\",\"what\":\"said\",\"id\":\"1\",\"author\":\"7\",\"text\":\"a\\ud800b\"}]`"
            + " | PARKED",
        "`[{\"key\":\"k\\u0000\",\"what\":\"said\",\"id\":\"1\",\"author\":\"7\",\"text\":\"a\"}]`"
            + " | UNDERSTOOD",
        "`[{\"key\":\"\",\"what\":\"said\",\"id\":\"1\",\"author\":\"7\",\"text\":\"a\"}]` |"
            + " UNDERSTOOD",
        "`[{\"key\":\"k\",\"what\":\"said\",\"id\":\"1\\u0000\",\"author\":\"7\",\"text\":\"a\"}]`"
            + " | PARKED",
        "`[{\"key\":\"k\",\"what\":\"said\",\"id\":\"1\",\"author\":\"\\ud83d\",\"text\":\"a\"}]` |"
            + " PARKED",
        "`[{\"key\":\"k\",\"what\":\"said\",\"id\":\"1\",\"author\":\"7\",\"text\":\"😀"
            + " \\ud83d\\ude00\"}]` | UNDERSTOOD",
      })
  void parksWhatItCannotWorkAndGoesOn(String body, String state) throws IOException {
    assertThat(hook.post("/hooks/vk/main", "s", body.getBytes(UTF_8)).statusCode()).isEqualTo(200);
    hook.post(said("next", "8", "дальше"));
    workOff();

    assertThat(firstState()).isEqualTo(state);
    assertThat(appeals.ids()).contains("next");
    HttpResponse<String> listed = hook.get("/api/inbox");
    assertThat(listed.statusCode()).isEqualTo(200);
    JsonNode oldest = json.readTree(listed.body()).get(1);
    assertThat(oldest.path("state").asText()).isEqualTo(state);
    assertThat(oldest.path("reason").isNull()).isEqualTo(state.equals("UNDERSTOOD"));
  }

  @Test
  void keepsNoSecretOfAnUnreadableBody() {
    hook.post("/hooks/vk/main", "s", "{\"secret\" : \"canary\",\"a\":".getBytes(UTF_8));

    assertThat(body()).isEqualTo("{\"secret\" : \"***\",\"a\":");
    assertThat(row()).containsEntry("state", "PARKED").containsEntry("reason", "Not JSON");
  }

  @Test
  void survivesHugeBodies() throws IOException {
    String megabyte = "я".repeat(500_000);
    String deep = "[".repeat(1_000_000);
    String longKey = "k".repeat(50_000);

    assertThat(hook.post(said("1", "7", megabyte))).isEqualTo(200);
    assertThat(hook.post("/hooks/vk/main", "s", deep.getBytes(UTF_8)).statusCode()).isEqualTo(200);
    assertThat(hook.post(said(longKey, longKey, "a"))).isEqualTo(200);
    assertThat(
            hook.post("/hooks/vk/main", "s", new byte[] {(byte) 0xFF, 0, (byte) 0xD8}).statusCode())
        .isEqualTo(200);
    assertThat(hook.post(said("next", "7", "дальше"))).isEqualTo(200);
    workOff();

    JsonNode list = json.readTree(hook.get("/api/inbox?platform=vk&state=PARKED").body());
    assertThat(list).hasSize(4);
    assertThat(list.findValuesAsText("reason"))
        .anyMatch(reason -> reason.contains("500000 characters, at most 100000"));
    assertThat(appeals.ids()).containsExactly("next");
  }

  @Test
  void asksThePlatformToComeAgainWhileTheDatabaseIsAway() {
    jdbc.sql("alter table inbox rename to inbox_away").update();
    try {
      HttpResponse<String> answer =
          hook.post("/hooks/vk/main", "s", ("[" + said("1", "7", "a") + "]").getBytes(UTF_8));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).isEmpty();
    } finally {
      jdbc.sql("alter table inbox_away rename to inbox").update();
    }
    assertThat(hook.post(said("1", "7", "a"))).isEqualTo(200);
    assertThat(rows()).isEqualTo(1);
  }

  private double denied() {
    return meters.counter("desk.hooks.denied", "platform", "vk", "account", "main").count();
  }

  private void workOff() {
    boolean more = true;
    while (more) {
      more = worker.workOnce();
    }
  }

  private long rows() {
    return jdbc.sql("select count(*) from inbox").query(Long.class).single();
  }

  private Map<String, Object> row() {
    return jdbc.sql("select * from inbox").query().singleRow();
  }

  private String firstState() {
    return jdbc.sql("select state from inbox order by id limit 1").query(String.class).single();
  }

  private String body() {
    return new String(jdbc.sql("select body from inbox").query(byte[].class).single(), UTF_8);
  }
}
