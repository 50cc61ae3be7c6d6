package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** How Meta tells of events: one POST with one or several entries, signed over its bytes. */
@Component
public class GraphHook {

  private final Events events;
  private final Hooks hooks;

  GraphHook(Events events, Hooks hooks) {
    this.events = events;
    this.hooks = hooks;
  }

  /**
   * One POST.
   *
   * @param object for example {@code page}
   * @param lane POSTs of one lane come in order
   * @param entries {@code id}, {@code time} and {@code changes} or {@code messaging}
   */
  public void tell(Platform platform, String object, String lane, List<ObjectNode> entries) {
    ObjectNode body = Json.object().put("object", object);
    body.putArray("entry").addAll(entries);
    events.add(platform, lane, number -> body);
  }

  /** An entry with one change. */
  public static ObjectNode change(String id, long time, String field, ObjectNode value) {
    ObjectNode entry = Json.object().put("id", id).put("time", time);
    entry.putArray("changes").addObject().put("field", field).set("value", value);
    return entry;
  }

  /** An entry with one item of a private talk. */
  public static ObjectNode messaging(String id, long time, ObjectNode item) {
    ObjectNode entry = Json.object().put("id", id).put("time", time);
    ArrayNode items = entry.putArray("messaging");
    items.add(item);
    return entry;
  }

  /** The signed POST. */
  public HttpRequest.Builder delivery(Platform platform, Event event) {
    return HttpRequest.newBuilder(URI.create(hooks.address(platform)))
        .header("Content-Type", "application/json")
        .header(
            "X-Hub-Signature-256", "sha256=" + GraphSignature.hex(Graph.APP_SECRET, event.body()))
        .POST(HttpRequest.BodyPublishers.ofString(event.body()));
  }

  /** Whether the POST need not be sent again. */
  public boolean taken(int status) {
    return status == 200;
  }
}
