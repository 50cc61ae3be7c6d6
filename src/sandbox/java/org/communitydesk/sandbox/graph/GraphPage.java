package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.communitydesk.sandbox.world.Json;

/** A list as the API answers it: {@code data} and {@code paging}. */
public final class GraphPage {

  private GraphPage() {}

  /**
   * The part of the list that the request's {@code limit} and {@code after} name.
   *
   * @param usual how many there are when the request names no number
   */
  public static <T> ObjectNode of(
      List<T> all, GraphRequest request, int usual, Function<T, ObjectNode> shown) {
    long from = request.number("after", 0);
    long limit = Math.max(1, request.number("limit", usual));
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    all.stream().skip(from).limit(limit).forEach(one -> data.add(shown.apply(one)));
    if (!data.isEmpty()) {
      ObjectNode paging = page.putObject("paging");
      paging
          .putObject("cursors")
          .put("before", String.valueOf(from))
          .put("after", String.valueOf(from + data.size()));
      if (from + data.size() < all.size()) {
        paging.put("next", "https://graph.facebook.com/next?after=" + (from + data.size()));
      }
    }
    return page;
  }
}
