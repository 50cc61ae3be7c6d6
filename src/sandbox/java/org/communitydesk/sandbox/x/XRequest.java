package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.communitydesk.sandbox.world.Json;

/**
 * One call.
 *
 * @param arguments what stands in the path, in order
 * @param body an empty object when there was none
 */
record XRequest(List<String> arguments, Map<String, String> query, JsonNode body) {

  static XRequest of(Matcher path, HttpServletRequest request, byte[] body) {
    Map<String, String> query = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    List<String> arguments =
        IntStream.rangeClosed(1, path.groupCount()).mapToObj(path::group).toList();
    return new XRequest(arguments, query, read(body));
  }

  private static JsonNode read(byte[] body) {
    if (body == null || body.length == 0) {
      return Json.object();
    }
    try {
      return Json.read(new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw XError.invalid("The body is not JSON.");
    }
  }

  String argument() {
    return arguments.get(0);
  }

  String query(String name) {
    return query.getOrDefault(name, "");
  }

  /** {@code since_id} is exclusive. */
  long since() {
    return number("since_id", 0);
  }

  long number(String name, long otherwise) {
    if (!query(name).matches("\\d{0,18}|[1-8]\\d{18}")) {
      throw XError.invalid("The `" + name + "` query parameter value is not valid");
    }
    return query(name).isEmpty() ? otherwise : Long.parseLong(query(name));
  }
}
