package org.communitydesk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Objection;

/** The JSON object that a program has sent; whatever is wrong with it is a 400. */
record Body(JsonNode json) {

  static Body of(byte[] bytes) {
    try {
      JsonNode json =
          Json.read(new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8));
      if (json != null && json.isObject()) {
        return new Body(json);
      }
    } catch (IllegalArgumentException e) {
      throw new Objection(
          400,
          "Тело не читается как JSON (нужен Content-Type: application/json): " + e.getMessage());
    }
    throw new Objection(400, "Нужно тело запроса: объект JSON (Content-Type: application/json)");
  }

  /** Text or a number as text; null when it is absent, null or blank. */
  String optional(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw new Objection(400, "Поле " + name + " должно быть строкой");
    }
    return value.asText().isBlank() ? null : value.asText();
  }

  String required(String name) {
    String value = optional(name);
    if (value == null) {
      throw new Objection(400, "Не хватает поля " + name);
    }
    return value;
  }

  /** An instant of ISO 8601; null when it is absent or null. */
  Instant instant(String name) {
    String text = optional(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Objection(400, "Поле " + name + " должно быть временем вида 2026-11-29T10:00:00Z");
    }
  }

  int count(String name, int otherwise) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1) {
      throw new Objection(400, "Поле " + name + " должно быть целым числом от 1");
    }
    return value.intValue();
  }
}
