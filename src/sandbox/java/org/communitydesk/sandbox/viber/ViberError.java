package org.communitydesk.sandbox.viber;

import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Json;

/** A call that Viber refuses, with HTTP 200 as always. */
final class ViberError extends RuntimeException {

  private final int status;

  /**
   * @param status Viber's own number, see the table of error codes of the REST Bot API
   */
  ViberError(int status, String message) {
    super(message);
    this.status = status;
  }

  static ViberError badData(String what) {
    return new ViberError(3, "badData: " + what);
  }

  static ViberError missing(String what) {
    return new ViberError(4, "missingData: " + what);
  }

  Answer answer() {
    return new Answer(
        200,
        Json.object()
            .put("status", status)
            .put("status_message", getMessage())
            .put("chat_hostname", Viber.CHAT_HOST));
  }
}
