package org.communitydesk.sandbox.ok;

import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Json;

/** A call that OK refuses: HTTP 200 with a code (https://apiok.ru/dev/errors, read 2026-11). */
final class OkError extends RuntimeException {

  private final int code;

  OkError(int code, String message) {
    super(message);
    this.code = code;
  }

  static OkError parameter(String what) {
    return new OkError(100, "PARAM : " + what);
  }

  static OkError notFound(String what) {
    return new OkError(300, "NOT_FOUND : " + what);
  }

  Answer answer() {
    return new Answer(
        200,
        Json.object().put("error_code", code).put("error_msg", getMessage()).putNull("error_data"));
  }
}
