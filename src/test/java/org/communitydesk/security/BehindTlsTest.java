package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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
  void whoGuessesIsSlowedDownAtTheirAddressAndThePersonAtTheirOwnIsNot() throws Exception {
    for (int tries = 0; tries < 5; tries++) {
      assertThat(login("198.51.100.9", "boris", "wrong" + tries)).isEqualTo(401);
    }
    assertThat(login("198.51.100.9", "boris", "sandbox6")).isEqualTo(429);
    assertThat(login("192.0.2.10", "boris", "sandbox")).isEqualTo(200);
  }

  private int login(String address, String person, String password)
      throws IOException, InterruptedException {
    byte[] login = (person + ":" + password).getBytes(StandardCharsets.UTF_8);
    return get(
            "/api/openapi.json",
            "X-Forwarded-For",
            address,
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login))
        .statusCode();
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
