package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.communitydesk.sandbox.world.MovableClock;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class FirstAdministratorPageTest {

  private static final String PAGE = "/first-administrator";
  private static final String ADMINISTRATORS = "camunda-admin";
  private static final String PASSWORD = "верный конь & <батарейка>";

  @Autowired FirstAdministratorToken tokens;
  @Autowired IdentityService identity;
  @Autowired MovableClock clock;

  @AfterEach
  void leaveTheDemoPeopleAsTheyWere() {
    tokens.forget();
    identity.deleteUser("irina");
    if (identity.createUserQuery().memberOfGroup(ADMINISTRATORS).count() == 0) {
      identity.createMembership("admin", ADMINISTRATORS);
    }
  }

  @Test
  void isClosedWhileThereIsAnAdministrator() {
    assertThat(Desk.asNobody().get(PAGE).statusCode()).isEqualTo(410);
    assertThat(submit(tokens.issue(), "irina").statusCode()).isEqualTo(410);
    assertThat(identity.createUserQuery().userId("irina").count()).isZero();
  }

  @Test
  void makesTheFirstAdministratorOnce() {
    identity.deleteMembership("admin", ADMINISTRATORS);
    String token = tokens.issue();

    assertThat(submit("wrong", "irina").statusCode()).isEqualTo(403);
    assertThat(submit(token, "anna").statusCode()).isEqualTo(409);
    assertThat(submit(token, "irina").statusCode()).isEqualTo(201);

    assertThat(identity.checkPassword("irina", PASSWORD)).isTrue();
    assertThat(identity.createUserQuery().memberOfGroup(ADMINISTRATORS).singleResult().getId())
        .isEqualTo("irina");
    identity.deleteUser("irina");
    assertThat(submit(token, "irina").statusCode()).isEqualTo(403);
  }

  @Test
  void slowsWhoTriesManyTokens() {
    identity.deleteMembership("admin", ADMINISTRATORS);
    tokens.issue();
    HttpResponse<String> answer = submit("wrong", "irina");
    for (int tries = 1; tries <= 40 && answer.statusCode() != 429; tries++) {
      answer = submit("wrong" + tries, "irina");
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 5L);
    assertThat(answer.body()).contains("Слишком много попыток");
    clock.forward(Duration.ofMinutes(5));
    assertThat(submit(tokens.issue(), "irina").statusCode()).isEqualTo(201);
  }

  @Test
  void isAPlainFormThatNobodyKeepsOrFrames() {
    identity.deleteMembership("admin", ADMINISTRATORS);
    HttpResponse<String> page = Desk.asNobody().get(PAGE);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Первый администратор");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void givesBackWhatWasWrittenButNoSecretsAndNoMarkup() {
    identity.deleteMembership("admin", ADMINISTRATORS);
    HttpResponse<String> answer =
        form(
            Map.of(
                "token", "secret-token", "id", "irina", "name", "<b>\"Ирина", "password", "short"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("&lt;b&gt;&quot;Ирина")
        .doesNotContain("<b>")
        .doesNotContain("secret-token")
        .doesNotContain("short\"");
  }

  private static HttpResponse<String> submit(String token, String id) {
    return form(
        Map.of(
            "token", token,
            "id", id,
            "name", "Ирина Лебедева",
            "password", PASSWORD,
            "passwordAgain", PASSWORD));
  }

  private static HttpResponse<String> form(Map<String, String> fields) {
    return Desk.asNobody()
        .post(
            PAGE,
            "application/x-www-form-urlencoded",
            fields.entrySet().stream()
                .map(
                    field ->
                        field.getKey()
                            + "="
                            + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
  }
}
