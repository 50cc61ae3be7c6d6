package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.IdentityService;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class HostsTest {

  private static final String ADMINISTRATORS = "camunda-admin";

  @Autowired IdentityService identity;

  /** The sandbox, whose passwords everybody knows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sandbox",
        "/sandbox/api/vk/state",
        "/sandbox/vk/method/users.get",
        "/",
        "/camunda/app/tasklist/default/",
        "/camunda/api/engine/",
        "/engine-rest/task",
        "/api/appeals",
        "/hooks/vk/main",
        "/actuator/health",
        "/rules",
        "/first-administrator"
      })
  void answersUnderNoNameButItsOwn(String path) throws IOException {
    for (String stranger :
        new String[] {"evil.example", "evil.example:80", "127.0.0.1.evil.example"}) {
      String answer = ask("GET " + path, "Host: " + stranger);
      assertThat(answer).as("%s as %s", path, stranger).startsWith("HTTP/1.1 421");
      assertThat(answer).contains("Под этим именем сервера программа не отвечает");
      assertThat(answer).doesNotContain("evil.example");
    }
    for (String own : new String[] {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080"}) {
      assertThat(ask("GET " + path, "Host: " + own)).doesNotStartWith("HTTP/1.1 421");
    }
  }

  @Test
  void anAddressInTheFirstLineDoesNotOverruleIt() throws IOException {
    assertThat(ask("GET http://evil.example/sandbox", "Host: localhost"))
        .satisfiesAnyOf(
            answer -> assertThat(answer).startsWith("HTTP/1.1 421"),
            answer -> assertThat(answer).startsWith("HTTP/1.1 400"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/camunda",
        "/camunda/",
        "/camunda/app",
        "/camunda/app/",
        "/camunda/app/tasklist",
        "/camunda/app/tasklist/",
        "/camunda/app/cockpit",
        "/camunda/app/cockpit/",
        "/camunda/app/admin/",
        "/camunda/app/admin/setup/",
        "/camunda/app/welcome",
        "/camunda/app/welcome/",
        "/camunda/api",
        "/engine-rest",
        "/channels/",
        "/rules/",
        "/first-administrator/",
        "/sandbox/",
        "/api/",
        "/actuator/"
      })
  void noRedirectNamesAHost(String path) throws IOException {
    String answer =
        ask(
            "GET " + path,
            "Host: localhost:4711",
            "X-Forwarded-Host: evil.example",
            "Forwarded: host=evil.example");
    assertThat(answer).doesNotContain("evil.example").doesNotContain("localhost:4711");
    if (answer.startsWith("HTTP/1.1 3")) {
      assertThat(answer).containsPattern("(?m)^Location: /[^/]");
    }
  }

  @Test
  void anEmptyInstallationAsksForItsFirstAdministrator() throws IOException {
    assertThat(ask("GET /", "Host: localhost")).containsPattern("(?m)^Location: /camunda/app/");
    identity.deleteMembership("admin", ADMINISTRATORS);
    try {
      for (String path :
          new String[] {
            "/",
            "/camunda",
            "/camunda/app/",
            "/camunda/app/tasklist/",
            "/camunda/app/welcome/default/",
            "/camunda/app/admin/default/setup/"
          }) {
        assertThat(ask("GET " + path, "Host: localhost"))
            .as(path)
            .startsWith("HTTP/1.1 302")
            .containsPattern("(?m)^Location: /first-administrator\\s*$");
      }
      assertThat(ask("GET /first-administrator", "Host: localhost")).startsWith("HTTP/1.1 200");
    } finally {
      identity.createMembership("admin", ADMINISTRATORS);
    }
  }

  private static String ask(String request, String... headers) throws IOException {
    try (Socket socket = new Socket("localhost", Integer.getInteger("server.port"))) {
      socket
          .getOutputStream()
          .write(
              (request
                      + " HTTP/1.1\r\n"
                      + String.join("\r\n", headers)
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
