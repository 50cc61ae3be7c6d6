package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;

@SandboxRoom.RoomTest
@DirtiesContext
@Import(ControlApiTest.Rooms.class)
class ControlApiTest {

  private final Visitor visitor;
  private final Rooms rooms;
  private final Clock clock;

  ControlApiTest(Visitor visitor, Rooms rooms, Clock clock) {
    this.visitor = visitor;
    this.rooms = rooms;
    this.clock = clock;
  }

  @AfterEach
  void clean() throws IOException {
    rooms.busy = false;
    visitor.post("/sandbox/api/reset", "");
    rooms.cleared = 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vk/messages | not json | 400",
        "vk/messages | [] | 400",
        "vk/messages | {\"authorId\":\"101\"} | 400",
        "vk/messages | {\"text\":\"x\"} | 400",
        "vk/messages | {\"authorId\":\"anna\",\"text\":\"x\"} | 400",
        "vk/messages | {\"authorId\":\"101\",\"text\":{}} | 400",
        "vk/messages | {\"authorId\":\"101\",\"text\":\"x\",\"kind\":\"story\"} | 400",
        "vk/messages | {\"authorId\":\"101\",\"text\":\"x\",\"postId\":\"nowhere\"} | 400",
        "vk/messages | {\"authorId\":\"101\",\"text\":\"x\",\"replyTo\":\"nothing\"} | 400",
        "vk/messages | {\"authorId\":\"101\",\"text\":\"x\",\"imageUrl\":\"file:///x\"} | 400",
        "vk/messages | {\"authorId\":\"101\",\"text\":\"x\",\"imageUrl\":\"data:,x\"} | 400",
        "vk/posts | {} | 400",
        "vk/faults | {\"kind\":\"fire\"} | 400",
        "vk/faults | {\"kind\":\"slow\",\"times\":0} | 400",
        "viber/messages | {\"authorId\":\"101\",\"text\":\"x\"} | 422",
        "viber/posts | {\"text\":\"x\"} | 422",
        "myspace/posts | {\"text\":\"x\"} | 404",
        "clock | {\"plus\":\"soon\"} | 400",
        "clock | {\"plus\":\"-P1D\"} | 400",
        "clock | {} | 400"
      })
  void refusesBadInputWithAProblemInWords(String path, String body, int status) throws IOException {
    Visitor.Answer answer = visitor.post("/sandbox/api/" + path, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.text("detail")).isNotBlank();
  }

  @Test
  void changesOnlyMessagesThatStandAndAreTheUsers() throws IOException {
    String messages = "/sandbox/api/vk/messages";
    String id = visitor.post(messages, "{\"authorId\":\"101\",\"text\":\"x\"}").text("messageId");

    assertThat(visitor.put(messages + "/-1000001_99999", "{\"text\":\"y\"}").status())
        .isEqualTo(404);
    assertThat(visitor.delete(messages + "/" + id).status()).isEqualTo(200);
    assertThat(visitor.put(messages + "/" + id, "{\"text\":\"y\"}").status()).isEqualTo(409);
  }

  @Test
  void isIdleOnlyWhenTheDeskIs() throws IOException {
    rooms.busy = true;
    assertThat(visitor.get("/sandbox/api/idle?timeout=PT0.3S").status()).isEqualTo(408);
    rooms.busy = false;
    assertThat(visitor.get("/sandbox/api/idle?timeout=PT30S").status()).isEqualTo(200);
    assertThat(visitor.get("/sandbox/api/idle?timeout=now").status()).isEqualTo(400);
  }

  @Test
  void movesTheOneClockAndSaysSo() throws IOException {
    Instant before = clock.instant();

    visitor.post("/sandbox/api/clock", "{\"plus\":\"P7D\"}");

    assertThat(Duration.between(before, clock.instant())).isGreaterThan(Duration.ofDays(7));
    assertThat(rooms.told).isAfter(before.plus(Duration.ofDays(6)));
  }

  @Test
  void beginsANewPlay() throws IOException {
    visitor.post("/sandbox/api/vk/messages", "{\"authorId\":\"101\",\"text\":\"x\"}");
    visitor.post("/sandbox/api/vk/faults", "{\"kind\":\"tokenExpired\"}");
    visitor.post("/sandbox/api/clock", "{\"plus\":\"P7D\"}");

    visitor.post("/sandbox/api/reset", "");

    assertThat(rooms.cleared).isEqualTo(1);
    assertThat(Duration.between(Instant.now(), clock.instant())).isLessThan(Duration.ofDays(1));
    var state = visitor.get("/sandbox/api/vk/state").json();
    assertThat(state.path("messages")).isEmpty();
    assertThat(state.path("tokenExpired").asBoolean()).isFalse();
    assertThat(state.path("posts")).hasSize(1);
  }

  @Test
  void servesThePageWithAStrictPolicyAndNothingElseFromItsFolder() throws IOException {
    var page = visitor.bytes("/sandbox");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(visitor.bytes("/sandbox/page/sandbox.js").statusCode()).isEqualTo(200);
    assertThat(visitor.bytes("/sandbox/page/application.yml").statusCode()).isEqualTo(404);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Rooms {

    private int cleared;
    private volatile boolean busy;
    private volatile Instant told;

    @EventListener
    void follow(Clock moved) {
      told = moved.instant();
    }

    @Bean
    Desk desk() {
      return new Desk() {
        @Override
        public boolean pending() {
          return busy;
        }

        @Override
        public void clear() {
          cleared++;
        }
      };
    }
  }
}
