package org.communitydesk.sandbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A platform of Meta in a test: users write, the desk calls, and what was told is unpacked. */
final class GraphVisitor {

  private final String platform;
  private final Visitor visitor;
  private final RecordingHook hook;

  GraphVisitor(String platform, Visitor visitor, RecordingHook hook) {
    this.platform = platform;
    this.visitor = visitor;
    this.hook = hook;
  }

  void beginAnew() throws IOException {
    visitor.post("/sandbox/api/reset", "");
    visitor.get("/sandbox/api/idle");
    hook.forget();
  }

  /** A user writes; more fields begin with a comma. */
  String say(String kind, String text, String more) throws IOException {
    return visitor
        .post(
            "/sandbox/api/" + platform + "/messages",
            "{\"authorId\":\"501\",\"authorName\":\"Анна Ли\",\"kind\":\""
                + kind
                + "\",\"text\":\""
                + text
                + "\""
                + more
                + "}")
        .text("messageId");
  }

  Visitor.Answer call(String verb, String path, String json) throws IOException {
    return visitor.call(
        verb,
        "/sandbox/" + platform + "/v26.0/" + path,
        Map.of("Authorization", "Bearer sandbox-token"),
        json);
  }

  static String error(Visitor.Answer answer) {
    JsonNode error = answer.json().path("error");
    String subcode = error.path("error_subcode").asText("");
    return error.path("code").asText() + (subcode.isEmpty() ? "" : "/" + subcode);
  }

  /** The values of all changes of a field, waited for until there are so many. */
  List<JsonNode> changes(String field, int count) {
    return heard("changes", field, count);
  }

  /** All items of private talks that hold a key, waited for until there are so many. */
  List<JsonNode> items(String key, int count) {
    return heard("messaging", key, count);
  }

  private List<JsonNode> heard(String list, String what, int count) {
    await().until(() -> found(list, what).size() >= count);
    return found(list, what);
  }

  private List<JsonNode> found(String list, String what) {
    List<JsonNode> found = new ArrayList<>();
    for (RecordingHook.Heard heard : hook.from(platform)) {
      for (JsonNode entry : heard.body().path("entry")) {
        for (JsonNode item : entry.path(list)) {
          if (item.path("field").asText().equals(what)) {
            found.add(item.path("value"));
          } else if (item.has(what)) {
            found.add(item);
          }
        }
      }
    }
    return found;
  }
}
