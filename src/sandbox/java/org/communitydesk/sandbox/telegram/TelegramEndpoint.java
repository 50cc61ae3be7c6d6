package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Calls;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.PictureFile;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Telegram's addresses. */
@RestController
@RequestMapping("/sandbox/telegram")
class TelegramEndpoint {

  private static final int RETRY_AFTER_SECONDS = 3;

  private final Map<String, TelegramMethod> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Calls calls;
  private final Faults faults;
  private final TelegramWebhook webhook;
  private final Pictures pictures;

  TelegramEndpoint(
      List<TelegramSection> sections,
      Calls calls,
      Faults faults,
      TelegramWebhook webhook,
      Pictures pictures) {
    sections.forEach(section -> methods.putAll(section.methods()));
    this.calls = calls;
    this.faults = faults;
    this.webhook = webhook;
    this.pictures = pictures;
  }

  @RequestMapping("/bot{token}/{name}")
  DeferredResult<ResponseEntity<String>> method(
      @PathVariable String token, @PathVariable String name, HttpServletRequest http) {
    TelegramMethod method = methods.get(name);
    boolean known = known(token);
    return calls.answer(
        Telegram.PLATFORM,
        http,
        "/" + name,
        known && method != null ? method.faults() : Set.of(),
        () -> {
          try {
            if (!known) {
              throw new TelegramError(401, "Unauthorized");
            }
            if (method == null) {
              throw new TelegramError(404, "Not Found: method not found");
            }
            return result(method.work().apply(TelegramRequest.of(http)));
          } catch (TelegramError e) {
            return e.answer();
          }
        },
        fault -> misbehaviour(name, fault));
  }

  @RequestMapping("/bot{token}/getUpdates")
  ResponseEntity<String> updates(@PathVariable String token, HttpServletRequest http) {
    Answer answer;
    try {
      answer =
          known(token)
              ? result(webhook.updates(TelegramRequest.of(http)))
              : new TelegramError(401, "Unauthorized").answer();
    } catch (TelegramError e) {
      answer = e.answer();
    }
    return ResponseEntity.status(answer.status())
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.write(answer.body()));
  }

  @GetMapping("/file/bot{token}/photos/{name}")
  ResponseEntity<byte[]> file(@PathVariable String token, @PathVariable String name) {
    return known(token) ? photo(name.replace(".jpg", "")) : ResponseEntity.status(401).build();
  }

  /** For the play page, which has no token. */
  @GetMapping("/photo/{id}")
  ResponseEntity<byte[]> photo(@PathVariable String id) {
    return PictureFile.answer(pictures.find(id));
  }

  private boolean known(String token) {
    return token.equals(Telegram.TOKEN) && !faults.tokenExpired(Telegram.PLATFORM);
  }

  private static Answer misbehaviour(String method, Fault fault) {
    return switch (fault) {
      case RATE_LIMIT ->
          new TelegramError(429, "Too Many Requests: retry after " + RETRY_AFTER_SECONDS)
              .answer(RETRY_AFTER_SECONDS);
      case DELETED_PARENT ->
          TelegramError.bad(
                  method.equalsIgnoreCase("deleteMessage")
                      ? "message to delete not found"
                      : "message to be replied not found")
              .answer();
      case BLOCKED_BY_USER ->
          new TelegramError(403, "Forbidden: bot was blocked by the user").answer();
      default -> new TelegramError(500, "Internal Server Error").answer();
    };
  }

  private static Answer result(JsonNode result) {
    ObjectNode body = Json.object().put("ok", true);
    body.set("result", result);
    return new Answer(200, body);
  }
}
