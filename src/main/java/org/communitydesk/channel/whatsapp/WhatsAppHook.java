package org.communitydesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.channel.graph.GraphEvent;
import org.communitydesk.channel.graph.GraphHook;
import org.communitydesk.channel.graph.GraphValue;

/**
 * Tells WhatsApp's events apart: one change may hold several messages and statuses, and an account
 * may have several numbers.
 *
 * @param number the id of our number
 * @param business the id of our business account; null when it is not set up
 */
record WhatsAppHook(String number, String business) implements GraphHook.Reader {

  static final List<String> LISTS = List.of("messages", "statuses", "message_echoes");

  @Override
  public boolean isOurs(GraphEvent event) {
    String told = GraphValue.text(event.value().path("metadata").path("phone_number_id"));
    return told.isEmpty()
        ? business == null
            || event.owner().equals(business)
            || LISTS.stream().noneMatch(event.value()::has)
        : told.equals(number);
  }

  @Override
  public List<GraphEvent> parts(GraphEvent event) {
    List<GraphEvent> parts = new ArrayList<>();
    for (String list : LISTS) {
      for (JsonNode one : event.value().path(list)) {
        parts.add(event.with(alone(event.item(), list, one)));
      }
    }
    return parts.isEmpty() ? List.of(event) : parts;
  }

  private static ObjectNode alone(JsonNode item, String list, JsonNode one) {
    ObjectNode copy = item.deepCopy();
    ObjectNode value = (ObjectNode) copy.path("value");
    value.remove(LISTS);
    value.putArray(list).add(one);
    return copy;
  }

  @Override
  public String key(GraphEvent event) {
    for (String list : LISTS) {
      JsonNode one = event.value().path(list).path(0);
      String id = GraphValue.id(one.path("id"));
      if (!id.isEmpty()) {
        return list.equals("statuses")
            ? "status-" + GraphValue.text(one.path("status")) + "-" + id
            : list + "-" + id;
      }
    }
    return "";
  }
}
