package org.communitydesk.sandbox.viber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Calls;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.PictureFile;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Viber's addresses. */
@RestController
@RequestMapping("/sandbox/viber")
class ViberEndpoint {

  private static final int LARGEST_BODY = 30 * 1024;

  private final Map<String, ViberMethod> methods;
  private final Calls calls;
  private final Faults faults;
  private final Pictures pictures;

  ViberEndpoint(
      ViberMessages messages, ViberWebhook webhook, Calls calls, Faults faults, Pictures pictures) {
    this.methods =
        Map.of(
            "send_message", ViberMethod.sending(messages::send),
            "get_account_info", ViberMethod.quiet(webhook::info),
            "set_webhook", ViberMethod.quiet(webhook::set));
    this.calls = calls;
    this.faults = faults;
    this.pictures = pictures;
  }

  @PostMapping("/pa/{name}")
  DeferredResult<ResponseEntity<String>> method(
      @PathVariable String name,
      @RequestHeader(name = "X-Viber-Auth-Token", required = false) String token,
      @RequestBody(required = false) byte[] body,
      HttpServletRequest http) {
    ViberMethod method = methods.get(name);
    boolean known = Viber.TOKEN.matches(token) && !faults.tokenExpired(Viber.PLATFORM);
    return calls.answer(
        Viber.PLATFORM,
        http,
        "/pa/" + name,
        known && method != null ? method.faults() : Set.of(),
        () -> {
          try {
            if (!known) {
              throw new ViberError(2, "invalidAuthToken");
            }
            if (method == null) {
              throw ViberError.badData("no method " + name);
            }
            return done(method.work().apply(parameters(body)));
          } catch (ViberError e) {
            return e.answer();
          }
        },
        ViberEndpoint::misbehaviour);
  }

  /** A picture that a person has sent; real links end after about an hour. */
  @GetMapping("/photo/{id}")
  ResponseEntity<byte[]> photo(@PathVariable String id) {
    return PictureFile.answer(pictures.find(id));
  }

  private static JsonNode parameters(byte[] body) {
    if (body == null) {
      return Json.object();
    }
    if (body.length > LARGEST_BODY) {
      throw ViberError.badData("the request is larger than 30 KB");
    }
    try {
      JsonNode json = Json.read(new String(body, StandardCharsets.UTF_8));
      if (json.isObject()) {
        return json;
      }
    } catch (IllegalArgumentException e) {
      throw ViberError.badData("the request is no JSON");
    }
    throw ViberError.badData("the request is no JSON object");
  }

  private static Answer done(ObjectNode result) {
    ObjectNode body = Json.object().put("status", 0).put("status_message", "ok");
    body.setAll(result);
    return new Answer(200, body);
  }

  private static Answer misbehaviour(Fault fault) {
    return switch (fault) {
      case RATE_LIMIT -> new ViberError(12, "tooManyRequests").answer();
      case BLOCKED_BY_USER -> new ViberError(6, "receiverNotSubscribed").answer();
      default -> new ViberError(99, "generalError").answer();
    };
  }
}
