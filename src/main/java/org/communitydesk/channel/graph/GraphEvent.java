package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.http.Json;

/**
 * One item of a POST of Meta; written, it is a POST with one entry and one item.
 *
 * @param entry with its {@code id} and {@code time}; a missing node when there is none
 * @param list {@code changes}, {@code messaging} or {@code standby}; empty when the entry has none
 * @param item a missing node when there is none
 */
public record GraphEvent(String object, JsonNode entry, String list, JsonNode item) {

  private static final List<String> LISTS = List.of("changes", "messaging", "standby");

  /**
   * The first item of a POST.
   *
   * @throws Json.Unreadable when the bytes are no JSON that we read
   */
  public static GraphEvent read(byte[] body) throws Json.Unreadable {
    List<GraphEvent> all = all(Json.read(body));
    return all.isEmpty()
        ? new GraphEvent("", MissingNode.getInstance(), "", MissingNode.getInstance())
        : all.get(0);
  }

  /** Every item of a POST, in order; an entry without lists counts as one. */
  static List<GraphEvent> all(JsonNode body) {
    String object = body.path("object").asText("");
    List<GraphEvent> events = new ArrayList<>();
    for (JsonNode entry : body.path("entry")) {
      int before = events.size();
      for (String list : LISTS) {
        entry.path(list).forEach(item -> events.add(new GraphEvent(object, entry, list, item)));
      }
      if (events.size() == before && LISTS.stream().noneMatch(entry::has)) {
        events.add(bare(object, entry));
      }
    }
    return events;
  }

  /** With Instagram login, field and value stand in the entry itself (documented sample). */
  private static GraphEvent bare(String object, JsonNode entry) {
    return entry.has("field")
        ? new GraphEvent(object, entry, "changes", entry)
        : new GraphEvent(object, entry, "", MissingNode.getInstance());
  }

  /** The same event with a part of its item. */
  public GraphEvent with(JsonNode part) {
    return new GraphEvent(object, entry, list, part);
  }

  /** Whose event it is; empty when it is not told. */
  public String owner() {
    return GraphValue.text(entry.path("id"));
  }

  /** The name of the change; empty for everything else. */
  public String field() {
    return GraphValue.text(item.path("field"));
  }

  /** What has changed; a missing node for everything but changes. */
  public JsonNode value() {
    return item.path("value");
  }

  byte[] write() {
    ObjectNode alone = JsonNodeFactory.instance.objectNode().put("object", object);
    ArrayNode entries = alone.putArray("entry");
    if (list.isEmpty()) {
      entries.add(entry);
    } else {
      ObjectNode one = entries.addObject();
      one.set("id", entry.path("id"));
      one.set("time", entry.path("time"));
      one.putArray(list).add(item);
    }
    return Json.write(alone);
  }
}
