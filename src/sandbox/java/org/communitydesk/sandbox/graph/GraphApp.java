package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** What the brand's app knows of itself: its token and what it is subscribed to. */
@Component
public class GraphApp {

  private static final String FIELDS = "subscribed fields";

  private final Values values;

  GraphApp(Values values) {
    this.values = values;
  }

  /**
   * {@code GET /debug_token}: a token without an end.
   *
   * @param profile of whom it is
   */
  public static JsonNode token(GraphRequest request, String profile, List<String> scopes) {
    boolean valid = request.required("input_token").equals(Graph.TOKEN);
    ObjectNode answer = Json.object();
    ObjectNode data = answer.putObject("data").put("app_id", String.valueOf(Graph.APP_ID));
    data.put("type", "PAGE").put("application", "Community Desk").put("is_valid", valid);
    data.put("expires_at", 0).put("profile_id", profile);
    ArrayNode granted = data.putArray("scopes");
    scopes.forEach(granted::add);
    return answer;
  }

  /** {@code GET …/subscribed_apps}; subscribed from the start. */
  public JsonNode subscriptions(Platform platform, String usual) {
    String fields = values.get(platform, FIELDS).orElse(usual);
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    if (!fields.isEmpty()) {
      ArrayNode names =
          data.addObject()
              .put("id", String.valueOf(Graph.APP_ID))
              .put("name", "Community Desk")
              .putArray("subscribed_fields");
      List.of(fields.split(",", -1)).forEach(names::add);
    }
    return answer;
  }

  /** {@code POST …/subscribed_apps}, and {@code DELETE} with no fields. */
  public JsonNode subscribe(Platform platform, String fields) {
    values.set(platform, FIELDS, fields);
    return Json.object().put("success", true);
  }
}
