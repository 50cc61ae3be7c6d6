package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** The calls of {@code /2/webhooks}: the list, and the challenge that proves a hook. */
@Component
class XWebhooks implements XSection {

  static final String ID = "1146654567674912769";

  private static final String INVALID = "webhook invalid";

  private final Values values;
  private final Hooks hooks;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  XWebhooks(Values values, Hooks hooks) {
    this.values = values;
    this.hooks = hooks;
  }

  @Override
  public List<XMethod> methods() {
    return List.of(
        XMethod.read("webhooks", request -> list()),
        XMethod.write("PUT", "webhooks/" + ID, request -> validate()));
  }

  private Answer list() {
    ObjectNode body = Json.object();
    body.putArray("data")
        .addObject()
        .put("id", ID)
        .put("url", hooks.address(X.PLATFORM))
        .put("valid", values.get(X.PLATFORM, INVALID).isEmpty())
        .put("created_at", "2026-11-22T10:00:00.000Z");
    body.putObject("meta").put("result_count", 1);
    return new Answer(200, body);
  }

  private Answer validate() {
    boolean valid = passesChallenge();
    if (valid) {
      values.remove(X.PLATFORM, INVALID);
    } else {
      values.set(X.PLATFORM, INVALID, "yes");
    }
    ObjectNode body = Json.object();
    body.putObject("data").put("valid", valid);
    return new Answer(200, body);
  }

  private boolean passesChallenge() {
    String challenge = UUID.randomUUID().toString();
    String expected =
        "sha256=" + Hmac.base64(Secret.of(X.SECRET), challenge.getBytes(StandardCharsets.US_ASCII));
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(hooks.address(X.PLATFORM) + "?crc_token=" + challenge))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode body = Json.read(answer.body());
      return answer.statusCode() == 200 && body.path("response_token").asText().equals(expected);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
