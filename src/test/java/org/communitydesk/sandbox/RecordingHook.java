package org.communitydesk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.sandbox.world.Json;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hears what the platforms deliver, and answers badly where a test wants it. */
@TestComponent
@RestController
class RecordingHook {

  record Heard(String platform, Map<String, String> headers, JsonNode body) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Queue<ResponseEntity<String>> bad = new ConcurrentLinkedQueue<>();

  @PostMapping({"/hooks/{platform}/main", "/hooks/{platform}/main/sandbox-secret"})
  ResponseEntity<String> hear(
      @PathVariable String platform,
      @RequestHeader Map<String, String> headers,
      @RequestBody String body) {
    heard.add(new Heard(platform, headers, Json.read(body)));
    ResponseEntity<String> answer = bad.poll();
    return answer == null ? ResponseEntity.ok("ok") : answer;
  }

  /** X's challenge, answered as the desk does. */
  @GetMapping(path = "/hooks/x/main", params = "crc_token")
  String challenge(@RequestParam("crc_token") String token) {
    byte[] message = token.getBytes(StandardCharsets.UTF_8);
    return Json.write(
        Json.object()
            .put("response_token", "sha256=" + Hmac.base64(Secret.of("sandbox-secret"), message)));
  }

  void answerOnce(int status, String body) {
    bad.add(ResponseEntity.status(status).body(body));
  }

  List<Heard> from(String platform) {
    return heard.stream().filter(one -> one.platform().equals(platform)).toList();
  }

  /** The bodies of one kind: VK's type, Viber's event, or the field of Telegram's update. */
  List<JsonNode> bodies(String kind) {
    return heard.stream()
        .map(Heard::body)
        .filter(
            body ->
                body.path("type").asText().equals(kind)
                    || body.path("event").asText().equals(kind)
                    || body.has(kind))
        .toList();
  }

  void forget() {
    heard.clear();
    bad.clear();
  }
}
