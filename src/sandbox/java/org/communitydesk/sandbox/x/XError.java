package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Json;

/** A call that X refuses, as a problem. */
final class XError extends RuntimeException {

  private static final String PROBLEMS = "https://api.twitter.com/2/problems/";

  private final int status;
  private final String type;

  XError(int status, String type, String detail) {
    super(detail);
    this.status = status;
    this.type = type.isEmpty() ? "about:blank" : PROBLEMS + type;
  }

  static XError invalid(String detail) {
    return new XError(400, "invalid-request", detail);
  }

  static XError notFound(String what) {
    return new XError(404, "resource-not-found", "Could not find " + what + ".");
  }

  static XError notSummoned() {
    return new XError(
        403,
        "",
        "Reply to this conversation is not allowed because you have not been mentioned or otherwise"
            + " engaged by the author of the post you are replying to.");
  }

  static XError duplicate() {
    return new XError(403, "", "You are not allowed to create a Tweet with duplicate content.");
  }

  ObjectNode problem() {
    return Json.object()
        .put("title", title())
        .put("detail", getMessage())
        .put("type", type)
        .put("status", status);
  }

  Answer answer() {
    return new Answer(status, problem());
  }

  /** The older form, which some answers still have. */
  static Answer old(int status, int code, String message) {
    ObjectNode body = Json.object();
    body.putArray("errors").addObject().put("code", code).put("message", message);
    return new Answer(status, body);
  }

  private String title() {
    return switch (status) {
      case 400 -> "Invalid Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found Error";
      case 429 -> "Too Many Requests";
      default -> "Service Unavailable";
    };
  }
}
