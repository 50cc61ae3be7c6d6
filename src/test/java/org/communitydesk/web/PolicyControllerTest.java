package org.communitydesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class PolicyControllerTest {

  private static final String CHECK = "/api/policy/check";

  @Autowired Knowledge knowledge;

  @Test
  void everyTextGetsItsVerdictInOrder() throws IOException {
    JsonNode answer =
        new ObjectMapper()
            .readTree(
                check(
                        "anna",
                        """
                        {"platform":"vk","texts":["Спасибо, что написали!","Это всё депутат",
                          "Мы вернём вам деньги","Спасибо!!!"]}
                        """)
                    .body());
    assertThat(answer.findValuesAsText("verdict"))
        .startsWith("OK", "BLOCK")
        .contains("APPROVAL", "HINT");
    JsonNode hit = answer.path(1).path("hits").path(0);
    assertThat(hit.path("rule").asText()).isEqualTo("politics");
    assertThat(hit.path("words").path(0).asText()).isEqualTo("депутат");
    assertThat(hit.path("reason").asText()).contains("политик");
    assertThat(answer.path(2).path("verdict").asText()).isEqualTo("APPROVAL");
    assertThat(answer.path(3).path("verdict").asText()).isEqualTo("HINT");
  }

  @Test
  void anApprovedScriptMayPromise() throws IOException {
    String body = "{\"texts\":[\"Здравствуйте! Выплатим вам тысячу ромашек за отзыв.\"]}";
    assertThat(check("anna", body).body()).contains("money-promised");
    knowledge.add("Что за отзыв?", "Выплатим вам тысячу ромашек за отзыв.", "тест");
    assertThat(check("anna", body).body()).doesNotContain("money-promised");
  }

  @Test
  void whatCannotBeCheckedIsRefused() {
    assertThat(check("anna", "{}").statusCode()).isEqualTo(422);
    assertThat(check("anna", "{\"platform\":\"icq\",\"texts\":[]}").statusCode()).isEqualTo(422);
    assertThat(check("anna", "{\"platform\":\"vk\",\"texts\":[]}").body()).isEqualTo("[]");
  }

  @Test
  void onlyThoseWhoWriteMayAsk() {
    for (String person : List.of("anna", "olga", "maria", "ivan", "pavel", "admin")) {
      assertThat(check(person, "{\"texts\":[]}").statusCode()).as(person).isEqualTo(200);
    }
    assertThat(check("elena", "{\"texts\":[]}").statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> check(String person, String body) {
    return Desk.as(person).post(CHECK, body);
  }
}
