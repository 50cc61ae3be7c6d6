package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxRoom.RoomTest
class FaultsTest {

  private final Visitor visitor;

  FaultsTest(Visitor visitor) {
    this.visitor = visitor;
  }

  @BeforeEach
  void begin() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    for (String platform : new String[] {"vk", "telegram"}) {
      visitor.post(
          "/sandbox/api/" + platform + "/messages",
          "{\"authorId\":\"101\",\"authorName\":\"Анна Ли\",\"kind\":\"private\",\"text\":\"Я\"}");
    }
  }

  private void order(String platform, String kind, int times) throws IOException {
    String body = "{\"kind\":\"" + kind + "\",\"times\":" + times + "}";
    assertThat(visitor.post("/sandbox/api/" + platform + "/faults", body).status()).isEqualTo(200);
  }

  private Visitor.Answer write(String platform, Duration patience) throws IOException {
    return platform.equals("vk")
        ? visitor.vk(
            "sandbox-token",
            "messages.send",
            Map.of("peer_id", 101, "random_id", 5, "message", "Ответ"),
            patience)
        : visitor.telegram("sendMessage", "{\"chat_id\":101,\"text\":\"Ответ\"}", patience);
  }

  private Visitor.Answer write(String platform) throws IOException {
    return write(platform, Duration.ofSeconds(30));
  }

  private long published(String platform) throws IOException {
    long published = 0;
    for (var message : visitor.get("/sandbox/api/" + platform + "/state").json().path("messages")) {
      published += message.path("byBrand").asBoolean() ? 1 : 0;
    }
    return published;
  }

  @ParameterizedTest
  @CsvSource({
    "vk, rateLimit, 200, 6",
    "vk, serverError, 200, 10",
    "vk, deletedParent, 200, 100",
    "vk, blockedByUser, 200, 901",
    "telegram, rateLimit, 429, 429",
    "telegram, serverError, 500, 500",
    "telegram, deletedParent, 400, 400",
    "telegram, blockedByUser, 403, 403"
  })
  void refusesAndDoesNothing(String platform, String kind, int status, int code)
      throws IOException {
    order(platform, kind, 2);

    for (int i = 0; i < 2; i++) {
      Visitor.Answer refused = write(platform);
      assertThat(refused.status()).isEqualTo(status);
      assertThat(refused.json().findValue("error_code").asInt()).isEqualTo(code);
    }
    assertThat(published(platform)).isZero();
    write(platform);
    assertThat(published(platform)).isEqualTo(1);
  }

  @Test
  void tellsTelegramsCallerHowLongToWait() throws IOException {
    order("telegram", "rateLimit", 1);

    assertThat(write("telegram").json().at("/parameters/retry_after").asInt()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vk", "telegram"})
  void acceptsAndBreaksTheConnection(String platform) throws IOException {
    order(platform, "acceptThenReset", 1);

    assertThatThrownBy(() -> write(platform)).isInstanceOf(IOException.class);
    assertThat(published(platform)).isEqualTo(1);
    assertThat(
            visitor
                .get("/sandbox/api/" + platform + "/state")
                .json()
                .at("/calls/0/status")
                .isNull())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vk", "telegram"})
  void acceptsAndStaysSilent(String platform) throws IOException {
    order(platform, "acceptThenTimeout", 1);

    assertThatThrownBy(() -> write(platform, Duration.ofSeconds(2)))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(published(platform)).isEqualTo(1);
  }

  @Test
  void answersSlowlyButWell() throws IOException {
    order("vk", "slow", 1);
    long begun = System.nanoTime();

    assertThat(write("vk").json().has("response")).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(25));
  }

  @ParameterizedTest
  @CsvSource({"vk, 5", "telegram, 401"})
  void refusesTheTokenUntilItIsRenewed(String platform, int code) throws IOException {
    order(platform, "tokenExpired", 1);

    assertThat(write(platform).json().findValue("error_code").asInt()).isEqualTo(code);
    assertThat(write(platform).json().findValue("error_code").asInt()).isEqualTo(code);
    visitor.post("/sandbox/api/" + platform + "/token", "");
    write(platform);
    assertThat(published(platform)).isEqualTo(1);
  }

  @Test
  void disturbsNoCallThatOnlyReads() throws IOException {
    order("vk", "serverError", 1);

    assertThat(visitor.vk("users.get", Map.of("user_ids", "101")).json().has("response")).isTrue();
    assertThat(write("vk").json().has("error")).isTrue();
  }
}
