package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Json;

/** The parameters of one call, from the query or a form body; VK reads no JSON body. */
record VkRequest(String method, Map<String, String> parameters, String token) {

  static VkRequest of(String method, HttpServletRequest request) {
    Map<String, String> parameters = new TreeMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    String token = parameters.remove("access_token");
    String header = request.getHeader("Authorization");
    if (token == null && header != null && header.startsWith("Bearer ")) {
      token = header.substring("Bearer ".length());
    }
    return new VkRequest(method, parameters, token);
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  String text(String name) {
    return parameters.getOrDefault(name, "");
  }

  long number(String name) {
    if (!has(name)) {
      throw VkError.parameter(name + " is undefined");
    }
    return number(name, 0);
  }

  long number(String name, long otherwise) {
    try {
      return has(name) ? Long.parseLong(text(name).strip()) : otherwise;
    } catch (NumberFormatException e) {
      throw VkError.parameter(name + " should be integer");
    }
  }

  void mustBe(String name, long expected) {
    if (number(name) != expected) {
      throw new VkError(15, "Access denied: no access to " + name);
    }
  }

  Answer refusal(VkError error) {
    ArrayNode echoed = Json.array();
    echoed.addObject().put("key", "method").put("value", method);
    echoed.addObject().put("key", "oauth").put("value", "1");
    parameters.forEach((name, value) -> echoed.addObject().put("key", name).put("value", value));
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("error_code", error.code())
        .put("error_msg", error.getMessage())
        .set("request_params", echoed);
    return new Answer(200, body);
  }
}
