package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Engine;
import org.apache.catalina.valves.RemoteIpValve;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** With what {@code SERVER_FORWARD_HEADERS_STRATEGY=native} puts into the web server. */
@DeskTest
class BehindTlsTest {

  private final RemoteIpValve proxy = new RemoteIpValve();
  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired ServletWebServerApplicationContext desk;

  @BeforeEach
  void standBehindAProxy() {
    proxy.setProtocolHeader("X-Forwarded-Proto");
    engine().getPipeline().addValve(proxy);
  }

  @AfterEach
  void standAlone() {
    engine().getPipeline().removeValve(proxy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/app/tasklist/default/",
        "/camunda/app/admin/default/",
        "/camunda/api/engine/engine/default/task/count",
        "/camunda/app/tasklist/scripts/config.js",
        "/api/openapi.json",
        "/channels",
        "/engine-rest/task/count",
        "/actuator/health",
        "/first-administrator",
        "/rules",
        "/hooks/vk/main"
      })
  void everyDoorTellsBrowsersToComeByTlsOnlyAndItsCookiesToo(String door) throws Exception {
    HttpResponse<String> answer = get(door, "X-Forwarded-Proto", "https");
    assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
        .startsWith("max-age=31536000");
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      assertThat(cookie).contains("; Secure").containsOnlyOnce("SameSite=Lax");
      assertThat(cookie.contains("HttpOnly")).as(cookie).isEqualTo(cookie.startsWith("JSESSIONID"));
    }
    if (door.startsWith("/camunda/app/tasklist/default")) {
      assertThat(answer.headers().allValues("Set-Cookie")).hasSize(2);
    }
    assertThat(get(door).headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void whoGuessesIsSlowedDownAtTheirAddressAndThePersonAtTheirOwnIsNot() {
    List<CompletableFuture<Integer>> guesses = new ArrayList<>();
    for (int tries = 0; tries < 12; tries++) {
      guesses.add(login("198.51.100.9", "boris", "wrong" + tries));
    }
    await().until(() -> guesses.stream().anyMatch(guess -> guess.getNow(0) == 429));
    assertThat(login("198.51.100.9", "boris", "sandbox6").join()).isEqualTo(429);
    assertThat(guesses).allSatisfy(guess -> assertThat(guess.join()).isIn(401, 429));
    assertThat(login("192.0.2.10", "boris", "sandbox").join()).isEqualTo(200);
  }

  private CompletableFuture<Integer> login(String address, String person, String password) {
    byte[] login = (person + ":" + password).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Desk.address() + "/api/openapi.json"))
            .header("X-Forwarded-For", address)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .build();
    return http.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Desk.address() + path));
    List<String> all = List.of(headers);
    for (int at = 0; at < all.size(); at += 2) {
      request.header(all.get(at), all.get(at + 1));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private Engine engine() {
    return ((TomcatWebServer) desk.getWebServer()).getTomcat().getEngine();
  }
}
