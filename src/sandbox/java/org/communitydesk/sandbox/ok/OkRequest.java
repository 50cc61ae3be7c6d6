package org.communitydesk.sandbox.ok;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.sandbox.world.Json;

/**
 * The parameters of one call, from the query or a form.
 *
 * @param body of a Graph call; an empty object otherwise
 */
record OkRequest(Map<String, String> parameters, String token, JsonNode body) {

  static OkRequest of(HttpServletRequest request, byte[] body) {
    Map<String, String> parameters = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    String token = parameters.remove("access_token");
    return new OkRequest(parameters, token == null ? "" : token, read(request, body));
  }

  private static JsonNode read(HttpServletRequest request, byte[] body) {
    if (body == null || body.length == 0) {
      return Json.object();
    }
    if (!String.valueOf(request.getContentType()).startsWith("application/json")) {
      throw OkError.parameter("Content-Type should be application/json;charset=utf-8");
    }
    try {
      return Json.read(new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw OkError.parameter("the body is not JSON");
    }
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  String text(String name) {
    return parameters.getOrDefault(name, "");
  }

  String required(String name) {
    if (!has(name)) {
      throw OkError.parameter("missed required parameter: " + name);
    }
    return text(name);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  long number(String name, long otherwise) {
    try {
      return has(name) ? Long.parseLong(text(name)) : otherwise;
    } catch (NumberFormatException e) {
      throw OkError.parameter(name + " should be a number");
    }
  }

  /** The secret is that of a session: {@code DigestUtils.md5Hex(token + application secret)}. */
  boolean isSigned(String applicationSecret) {
    String sorted =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .filter(p -> !p.getKey().equals("sig") && !p.getKey().equals("session_key"))
                .map(p -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining());
    return DigestUtils.md5Hex(sorted + DigestUtils.md5Hex(token + applicationSecret))
        .equals(text("sig"));
  }
}
