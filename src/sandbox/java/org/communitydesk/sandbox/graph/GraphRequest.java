package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Picture;

/**
 * One call: {@code /<version>/<id>/<edge>} with its parameters from the query, a form or a JSON
 * body.
 *
 * @param edge empty when the call is of the object itself
 * @param token null when there is none
 * @param proof {@code appsecret_proof}; empty when there is none
 * @param upload the file of a multipart body; null when there is none
 */
public record GraphRequest(
    String verb,
    String id,
    String edge,
    ObjectNode parameters,
    String token,
    String proof,
    Picture upload) {

  static GraphRequest of(String id, String edge, HttpServletRequest request) {
    ObjectNode parameters = Json.object();
    String type = request.getContentType() == null ? "" : request.getContentType();
    try {
      boolean isJson = type.toLowerCase(Locale.ROOT).startsWith("application/json");
      byte[] body = isJson ? request.getInputStream().readAllBytes() : new byte[0];
      request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
      if (body.length > 0) {
        JsonNode json = Json.read(new String(body, StandardCharsets.UTF_8));
        if (!json.isObject()) {
          throw GraphError.parameter("The body is no JSON object");
        }
        parameters.setAll((ObjectNode) json);
      }
      JsonNode token = parameters.remove("access_token");
      JsonNode proof = parameters.remove("appsecret_proof");
      return new GraphRequest(
          request.getMethod(),
          id,
          edge,
          parameters,
          token == null ? bearer(request) : token.asText(),
          proof == null ? "" : proof.asText(),
          upload(request, type));
    } catch (IOException | ServletException | IllegalArgumentException e) {
      throw GraphError.parameter("The body cannot be read");
    }
  }

  private static String bearer(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith("Bearer ")
        ? header.substring("Bearer ".length())
        : null;
  }

  private static Picture upload(HttpServletRequest request, String type)
      throws IOException, ServletException {
    if (!type.startsWith("multipart/")) {
      return null;
    }
    for (Part part : request.getParts()) {
      if (part.getSubmittedFileName() != null) {
        return new Picture(part.getContentType(), part.getInputStream().readAllBytes());
      }
    }
    return null;
  }

  public boolean has(String name) {
    return !parameters.path(name).isMissingNode() && !parameters.path(name).asText("x").isEmpty();
  }

  /** Empty when it is absent. */
  public String text(String name) {
    return parameters.path(name).asText("");
  }

  /**
   * @throws GraphError 100 when it is absent or blank
   */
  public String required(String name) {
    if (text(name).isBlank()) {
      throw GraphError.parameter("The parameter " + name + " is required");
    }
    return text(name);
  }

  public boolean flag(String name) {
    return text(name).equals("true") || text(name).equals("1");
  }

  /** A number of a list's page; {@code otherwise} when it is absent or none. */
  public long number(String name, long otherwise) {
    return text(name).matches("\\d{1,18}") ? Long.parseLong(text(name)) : otherwise;
  }

  /** An object or list, which a form carries as JSON text; a missing node when it is absent. */
  public JsonNode node(String name) {
    JsonNode node = parameters.path(name);
    try {
      return node.isTextual() ? Json.read(node.asText()) : node;
    } catch (IllegalArgumentException e) {
      throw GraphError.parameter("The parameter " + name + " is no JSON");
    }
  }
}
