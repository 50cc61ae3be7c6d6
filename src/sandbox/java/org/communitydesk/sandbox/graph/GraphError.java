package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Json;

/** A call that the Graph API refuses, in the envelope of all its errors. */
public final class GraphError extends RuntimeException {

  private final int status;
  private final int code;
  private final int subcode;
  private final Map<String, String> headers;

  private GraphError(
      int status, int code, int subcode, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.subcode = subcode;
    this.headers = headers;
  }

  /**
   * @param status of HTTP
   * @param subcode 0 for none
   */
  public static GraphError of(int status, int code, int subcode, String message) {
    return new GraphError(status, code, subcode, "(#" + code + ") " + message, Map.of());
  }

  /** 100: a parameter is missing or wrong. */
  public static GraphError parameter(String what) {
    return of(400, 100, 0, what);
  }

  /** 100/33: gone, not visible, or not a thing for this call; the platform does not say which. */
  public static GraphError gone(String id) {
    return new GraphError(
        400,
        100,
        33,
        "Unsupported request. Object with ID '"
            + id
            + "' does not exist, cannot be loaded due to missing permissions,"
            + " or does not support this operation",
        Map.of());
  }

  /** 190: the token is not ours, or not any more. */
  public static GraphError token(int subcode) {
    return new GraphError(401, 190, subcode, "Error validating access token", Map.of());
  }

  /** 2: something broke at Meta. */
  public static GraphError broken() {
    return new GraphError(
        500, 2, 0, "An unexpected error has occurred. Please retry your request later.", Map.of());
  }

  /**
   * A limit of calls, with the header that tells how long it lasts when that is long.
   *
   * @param account whose calls are counted
   * @param type for example {@code pages}
   */
  public static GraphError limit(int code, String account, String type, Duration wait) {
    String message =
        "(#" + code + ") There have been too many calls to this account. Wait a bit and try again.";
    if (wait.isZero()) {
      return new GraphError(400, code, 0, message, Map.of());
    }
    ObjectNode usage = Json.object();
    usage
        .putArray(account)
        .addObject()
        .put("type", type)
        .put("call_count", 100)
        .put("total_cputime", 20)
        .put("total_time", 20)
        .put("estimated_time_to_regain_access", wait.toMinutes());
    return new GraphError(
        400, code, 0, message, Map.of("X-Business-Use-Case-Usage", Json.write(usage)));
  }

  public int code() {
    return code;
  }

  /** The answer with the envelope {@code error}. */
  public Answer answer() {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("message", getMessage());
    error.put("type", subcode == 33 ? "GraphMethodException" : "OAuthException").put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error.put("fbtrace_id", "AbCdEf" + code + "x" + subcode);
    return new Answer(status, body, headers);
  }
}
