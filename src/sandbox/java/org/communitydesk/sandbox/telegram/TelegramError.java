package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Json;

/** A call that Telegram refuses. */
final class TelegramError extends RuntimeException {

  private final int code;

  TelegramError(int code, String description) {
    super(description);
    this.code = code;
  }

  static TelegramError bad(String what) {
    return new TelegramError(400, "Bad Request: " + what);
  }

  Answer answer() {
    return new Answer(code, body());
  }

  Answer answer(int retryAfterSeconds) {
    ObjectNode body = body();
    body.putObject("parameters").put("retry_after", retryAfterSeconds);
    return new Answer(code, body);
  }

  private ObjectNode body() {
    return Json.object().put("ok", false).put("error_code", code).put("description", getMessage());
  }
}
