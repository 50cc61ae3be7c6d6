package org.communitydesk.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Examples;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.SharedMaterial;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.HttpAnswer;
import org.communitydesk.http.Secret;
import org.junit.jupiter.api.Test;

/** X against recorded deliveries and answers, where they are at hand. */
class XSharedMaterialTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Secret SECRET = Secret.of("s");

  private final Channel channel =
      new XChannel.Maker(Clock.systemUTC(), Optional.empty())
          .make(
              "main",
              Examples.settings("own-id", "1000005", "handle", "mir", "token", "t", "secret", "s"));

  @Test
  void makesSomethingOfEveryRecordedDelivery() throws IOException {
    List<String> table = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : SharedMaterial.files("fixtures/x").entrySet()) {
      if (isDelivery(file.getValue())) {
        table.add(file.getKey() + " -> " + heard(file.getValue()));
      }
    }
    System.out.println(String.join("\n", table));
    assertThat(table).isNotEmpty();
  }

  private static boolean isDelivery(JsonNode recorded) {
    return recorded.has("for_user_id") || recorded.path("data").has("event_type");
  }

  /** As told because of our account. */
  private List<Object> heard(JsonNode told) throws IOException {
    String user = told.path("for_user_id").asText(told.at("/data/filter/user_id").asText("nobody"));
    JsonNode recorded = JSON.readTree(told.toString().replace("\"" + user + "\"", "\"1000005\""));
    byte[] body = JSON.writeValueAsBytes(recorded);
    Map<String, String> headers =
        Map.of("x-twitter-webhooks-signature", "sha256=" + Hmac.base64(SECRET, body));
    Reception reception = channel.receive(new Delivery("POST", headers, Map.of(), body, ""));
    assertThat(reception).isInstanceOf(Reception.Accepted.class);
    List<Object> outcomes = new ArrayList<>();
    ((Reception.Accepted) reception)
        .events()
        .forEach(event -> outcomes.add(channel.understand(event.body())));
    return outcomes;
  }

  @Test
  void takesNoRecordedSuccessForAFailure() {
    SharedMaterial.files("fixtures/x")
        .forEach(
            (name, body) -> {
              if (name.matches(".*-20[01]\\.json")) {
                int status = name.contains("-201") ? 201 : 200;
                assertThat(new XFailures(Clock.systemUTC()).judge(HttpAnswer.of(status, body)))
                    .as(name)
                    .isEmpty();
              }
            });
  }
}
