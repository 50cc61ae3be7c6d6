package org.communitydesk.sandbox.telegram;

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
 * The parameters of one call, from the query, a form or a JSON body.
 *
 * @param upload the file of a multipart body; null when there is none
 */
record TelegramRequest(ObjectNode parameters, Picture upload) {

  static TelegramRequest of(HttpServletRequest request) {
    ObjectNode parameters = Json.object();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    String type = request.getContentType() == null ? "" : request.getContentType();
    try {
      if (type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
        byte[] body = request.getInputStream().readAllBytes();
        JsonNode json = Json.read(new String(body, StandardCharsets.UTF_8));
        if (!json.isObject()) {
          throw TelegramError.bad("object expected as request");
        }
        parameters.setAll((ObjectNode) json);
      }
      boolean form = type.startsWith("multipart/");
      return new TelegramRequest(parameters, form ? parts(request, parameters) : null);
    } catch (IOException | ServletException | IllegalArgumentException e) {
      throw TelegramError.bad("can't parse request");
    }
  }

  /** The file of a multipart body; its texts are UTF-8 whatever the server takes them for. */
  private static Picture parts(HttpServletRequest request, ObjectNode parameters)
      throws IOException, ServletException {
    Picture upload = null;
    for (Part part : request.getParts()) {
      byte[] content = part.getInputStream().readAllBytes();
      if (part.getSubmittedFileName() != null) {
        upload = new Picture(part.getContentType(), content);
      } else {
        parameters.put(part.getName(), new String(content, StandardCharsets.UTF_8));
      }
    }
    return upload;
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** Empty when it is absent. */
  String text(String name) {
    return parameters.path(name).asText("");
  }

  boolean flag(String name) {
    return text(name).equalsIgnoreCase("true") || text(name).equals("1");
  }

  long number(String name) {
    if (!has(name)) {
      throw TelegramError.bad("parameter \"" + name + "\" is required");
    }
    return number(name, 0);
  }

  long number(String name, long otherwise) {
    return parse(name, text(name), otherwise);
  }

  /** A number within an object, which a form carries as JSON text. */
  long number(String object, String name, long otherwise) {
    JsonNode inner = inner(object);
    return parse(object + "." + name, inner.path(name).asText(""), otherwise);
  }

  boolean flag(String object, String name) {
    return inner(object).path(name).asBoolean(false);
  }

  private JsonNode inner(String object) {
    JsonNode node = parameters.path(object);
    try {
      return node.isTextual() ? Json.read(node.asText()) : node;
    } catch (IllegalArgumentException e) {
      throw TelegramError.bad("can't parse " + object + " JSON object");
    }
  }

  private static long parse(String name, String text, long otherwise) {
    try {
      return text.isEmpty() ? otherwise : Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw TelegramError.bad(
          name.equals("chat_id") ? "chat not found" : "invalid " + name + " specified");
    }
  }
}
