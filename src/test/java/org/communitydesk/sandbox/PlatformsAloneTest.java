package org.communitydesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Leaves;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platforms as a process of their own, reached by the desk's real adapters. */
class PlatformsAloneTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Queue<String> ONE_DESK = new ConcurrentLinkedQueue<>();
  private static final Queue<String> OTHER_DESK = new ConcurrentLinkedQueue<>();

  @TempDir static Path directory;

  private static HttpServer oneDesk;
  private static HttpServer otherDesk;
  private static Process platforms;
  private static String address;

  @BeforeAll
  static void start() throws IOException {
    oneDesk = desk(ONE_DESK);
    otherDesk = desk(OTHER_DESK);
    int port = freePort();
    address = "http://localhost:" + port;
    platforms =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sandbox.class.getName(),
                "platforms",
                "--port=" + port,
                "--desk=" + address(oneDesk) + "," + address(otherDesk),
                "--directory=" + directory)
            .redirectErrorStream(true)
            .redirectOutput(new File("target/platforms-alone.log"))
            .start();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !platforms.isAlive() || answers());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    platforms.destroy();
    platforms.waitFor();
    oneDesk.stop(0);
    otherDesk.stop(0);
  }

  @Test
  void whatAnAdapterPublishesIsInTheFileBeforeThePlatformMisbehaves() throws Exception {
    String message = write("Где карта?").path("messageId").asText();
    Channel vk = vk();
    post("/sandbox/api/vk/faults", "{\"kind\":\"serverError\",\"times\":1}");
    assertThatThrownBy(() -> reply(vk, message, "Не дошло")).isInstanceOf(CallFailure.class);
    post("/sandbox/api/vk/faults", "{\"kind\":\"acceptThenReset\",\"times\":1}");
    assertThatThrownBy(() -> reply(vk, message, "Уже едет")).isInstanceOf(CallFailure.class);
    String known = reply(vk, message, "Приехала");

    List<JsonNode> effects = effects();
    assertThat(effects)
        .extracting(effect -> effect.path("text").asText())
        .containsExactly("Уже едет", "Приехала");
    assertThat(effects.get(1).path("id").asText()).isEqualTo(known);
    assertThat(effects).allMatch(effect -> effect.path("kind").asText().equals("MESSAGE"));
  }

  @Test
  void everyDeskGetsItsShareOfTheDeliveries() throws Exception {
    write("Раз");
    write("Два");
    write("Три");
    write("Четыре");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !ONE_DESK.isEmpty() && !OTHER_DESK.isEmpty());
  }

  private static Channel vk() {
    return Leaves.of(Platform.VK, Clock.systemUTC())
        .make(
            "main",
            Examples.sandbox(
                Platform.VK,
                Map.of(
                    "base-url",
                    address + "/sandbox/vk",
                    "files-base-url",
                    address + "/sandbox/vk/photo")));
  }

  private static String reply(Channel vk, String message, String text) {
    return vk.reply(
        Examples.reply(
            UUID.randomUUID(),
            new Account(Platform.VK, "main"),
            Kind.COMMENT,
            "-1000001_1",
            message,
            text));
  }

  private static JsonNode write(String text) throws Exception {
    return JSON.readTree(
        post(
            "/sandbox/api/vk/messages",
            "{\"authorId\":\"501\",\"authorName\":\"Анна\",\"text\":\"%s\"}".formatted(text)));
  }

  private static String post(String path, String json) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isBetween(200, 201);
    return answer.body();
  }

  private static List<JsonNode> effects() throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve("effects.jsonl"))) {
      return lines.map(PlatformsAloneTest::json).toList();
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }

  private static boolean answers() {
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(URI.create(address + "/sandbox/api/platforms")).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HttpServer desk(Queue<String> heard) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hooks/vk/main",
        exchange -> {
          heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String address(HttpServer desk) {
    return "http://127.0.0.1:" + desk.getAddress().getPort();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
