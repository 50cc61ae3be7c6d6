package org.communitydesk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.communitydesk.channel.FakePlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformApiTest {

  private static final String TOKEN = "token-that-must-not-show";
  private static final Content FORM = Content.form(Map.of("access_token", TOKEN, "a", "ё &="));

  private final FakePlatform platform = new FakePlatform();

  @AfterEach
  void stop() {
    platform.close();
  }

  private PlatformApi api() {
    return api(platform.base(), Duration.ofSeconds(10));
  }

  private static PlatformApi api(URI base, Duration limit) {
    return new PlatformApi(
        URI.create(base + "/bot" + TOKEN), null, answer -> Optional.empty(), limit);
  }

  private static <T extends CallFailure> T failure(Class<T> kind, PlatformApi api) {
    T failure = catchThrowableOfType(kind, () -> api.send("say", FORM));
    assertThat(failure).isNotNull().message().startsWith("say: ").doesNotContain(TOKEN);
    return failure;
  }

  @Test
  void sendsAForm() {
    platform.answers(200, "{\"x\":1}");

    assertThat(api().send("say", FORM).path("x").asInt()).isEqualTo(1);
    assertThat(platform.call().form())
        .containsEntry("a", "ё &=")
        .containsEntry("access_token", TOKEN);
    assertThat(FORM.toString()).doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "301,LockedOut",
    "302,LockedOut",
    "400,Refused",
    "401,LockedOut",
    "403,LockedOut",
    "404,LockedOut",
    "407,LockedOut",
    "413,Refused",
    "429,Busy",
    "500,Unsure",
    "502,Unsure",
    "504,Unsure"
  })
  void judgesByStatusWhereTheTableIsSilent(int status, String kind) {
    platform.answers(status, "", Map.of("Location", "http://localhost:1/" + TOKEN));

    CallFailure failure = failure(CallFailure.class, api());

    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(platform.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30|30",
        "0|1",
        "999999999|86400",
        "soon|60",
        "''|60",
        "Sun, 22 Nov 2026 10:00:40 GMT|40",
        "Sun, 22 Nov 2026 09:00:00 GMT|1"
      })
  void waitsAsTheHeaderAsks(String retryAfter, long seconds) throws IOException {
    try (ServerSocket server =
        serving(
            "HTTP/1.1 429 X\r\nDate: Sun, 22 Nov 2026 10:00:00 GMT\r\nRetry-After: "
                + retryAfter
                + "\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(
              failure(CallFailure.Busy.class, api(at(server), Duration.ofSeconds(10))).retryAfter())
          .isEqualTo(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void isBusyWhereNothingListensOrTheNameIsUnknown() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    failure(
        CallFailure.Busy.class,
        api(URI.create("http://localhost:" + closed), Duration.ofSeconds(10)));
    failure(
        CallFailure.Busy.class,
        api(URI.create("http://no-such-host.invalid"), Duration.ofSeconds(10)));
  }

  @Test
  void isUnsureWhenNoAnswerComesInTime() throws IOException {
    try (ServerSocket server = serving("")) {
      failure(CallFailure.Unsure.class, api(at(server), Duration.ofMillis(300)));
    }
  }

  @Test
  void isUnsureWhenTheBodyNeverEnds() throws IOException {
    try (ServerSocket server = serving("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{")) {
      failure(CallFailure.Unsure.class, api(at(server), Duration.ofMillis(300)));
    }
  }

  @Test
  void isUnsureWhenTheAnswerIsTooLong() {
    platform.answers(200, new byte[9 * 1024 * 1024], Map.of());

    failure(CallFailure.Unsure.class, api());
  }

  @Test
  void isUnsureWhenTheConnectionIsCut() {
    platform.cuts();

    failure(CallFailure.Unsure.class, api());
    assertThat(platform.calls()).hasSize(1);
  }

  @Test
  void isOnlyBusyWhenAQuestionHasNoAnswer() {
    platform.answers(500, "");
    platform.cuts();

    assertThatThrownBy(() -> api().ask("look", FORM)).isInstanceOf(CallFailure.Busy.class);
    assertThatThrownBy(() -> api().ask("wait", URI.create(platform.base() + "/x?key=" + TOKEN)))
        .isInstanceOf(CallFailure.Busy.class)
        .message()
        .doesNotContain(TOKEN);
  }

  @Test
  void asksForItsHeadersAtEachCall() {
    platform.answers(200, "{}");
    platform.answers(200, "{}");
    AtomicInteger asked = new AtomicInteger();
    PlatformApi api =
        api(platform.base(), Duration.ofSeconds(10))
            .with(() -> Map.of("Authorization", "Bearer " + asked.incrementAndGet()));

    api.send("DELETE", "users/1", Content.json(Map.of("a", "b")));
    api.get("users", Map.of("q", "а&б"));

    assertThat(platform.calls())
        .extracting(call -> call.method() + " " + call.header("Authorization") + call.body())
        .containsExactly("DELETE Bearer 1{\"a\":\"b\"}", "GET Bearer 2");
    assertThat(platform.calls().get(1).path()).endsWith("/users?q=%D0%B0%26%D0%B1");
  }

  @Test
  void asksForItsBaseAtEachCall() {
    platform.answers(200, "{}");
    platform.answers(200, "{}");
    AtomicInteger calls = new AtomicInteger();
    PlatformApi api =
        api().under(() -> URI.create(platform.base() + "/bot" + calls.incrementAndGet()));

    api.send("say", FORM);
    api.ask("look", FORM);

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::path)
        .containsExactly("/sandbox/platform/bot1/say", "/sandbox/platform/bot2/look");
  }

  @Test
  void postsAFileToTheAddressThatItWasGiven() {
    platform.answers(200, "{\"file\":\"f\"}");
    platform.answers(502, "");
    URI address = URI.create(platform.base() + "/upload?hash=" + TOKEN);
    Content file =
        Content.multipart(
            Map.of(),
            "photo",
            "чек.png",
            "image/png",
            1,
            () -> new ByteArrayInputStream(new byte[] {1}));

    assertThat(api().ask("upload", address, file).path("file").asText()).isEqualTo("f");
    assertThat(platform.call().path()).isEqualTo("/sandbox/platform/upload?hash=" + TOKEN);
    assertThat(platform.call().body()).contains("filename=\"чек.png\"");
    assertThatThrownBy(() -> api().ask("upload", address, file))
        .isInstanceOf(CallFailure.Busy.class)
        .hasMessageStartingWith("upload: ")
        .message()
        .doesNotContain(TOKEN);
  }

  @Test
  void goesThroughTheProxy() {
    platform.answers(200, "{}");

    new PlatformApi(
            URI.create("http://api.invalid/method"),
            URI.create("http://localhost:" + platform.base().getPort()),
            answer -> Optional.empty())
        .send("say", FORM);

    assertThat(platform.call().path()).isEqualTo("http://api.invalid/method/say");
  }

  /** A server that answers every connection with the same bytes and leaves it open. */
  private static ServerSocket serving(String answer) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  Socket socket = server.accept();
                  socket.getInputStream().read(new byte[4096]);
                  socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                }
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static URI at(ServerSocket server) {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  @Test
  void remembersWhatThePlatformSaysOfItsLimits() {
    Instant reset = Instant.ofEpochSecond(1_795_000_000);
    PlatformApi api =
        api()
            .metering(
                (path, answer) ->
                    answer
                        .header("X-Left")
                        .map(left -> Map.of("say", new Quota(100, Long.parseLong(left), reset)))
                        .orElse(Map.of()));
    assertThat(api.quotas()).isEmpty();

    platform.answers(200, "{}", Map.of("X-Left", "15"));
    api.send("say", FORM);
    assertThat(api.with(Map::of).quotas())
        .containsOnly(Map.entry("say", new Quota(100, 15, reset)));
    assertThat(api.quotas().get("say").usedPercent()).isEqualTo(85);

    platform.answers(200, "{}", Map.of("X-Left", "strange"));
    api.send("say", FORM);
    platform.answers(200, "{}");
    api.send("say", FORM);
    assertThat(api.quotas().get("say").remaining()).isEqualTo(15);
  }
}
