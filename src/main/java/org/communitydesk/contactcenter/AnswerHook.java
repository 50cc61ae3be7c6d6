package org.communitydesk.contactcenter;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.communitydesk.contactcenter.ContactCenterProperties.Rest;
import org.communitydesk.contactcenter.Incoming.Source;
import org.communitydesk.http.Body;
import org.communitydesk.http.Json;
import org.communitydesk.http.WebhookSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the answers of a contact center's program, signed as Standard Webhooks say. */
@RestController
class AnswerHook {

  private static final Logger log = LoggerFactory.getLogger(AnswerHook.class);
  private static final int LARGEST_BODY = 1024 * 1024;
  private static final Duration LONGEST_READ = Duration.ofSeconds(5);

  private final Answers answers;
  private final WebhookSignature signature;
  private final boolean open;
  private final Clock clock;

  AnswerHook(
      SettingsCheck checked, ContactCenterProperties settings, Answers answers, Clock clock) {
    Rest rest = settings.rest();
    this.answers = answers;
    this.open = settings.uses(Form.REST);
    this.signature = new WebhookSignature(open ? rest.secrets() : List.of(), rest.tolerance());
    this.clock = clock;
  }

  @PostMapping("/hooks/contact-center")
  ResponseEntity<Void> hear(HttpServletRequest request) throws IOException {
    if (!open) {
      return status(404);
    }
    String id = request.getHeader("webhook-id");
    byte[] body;
    try {
      if (id == null || request.getHeader("webhook-signature") == null) {
        Body.skip(
            request.getInputStream(), request.getContentLengthLong(), LARGEST_BODY, LONGEST_READ);
        return denied();
      }
      body =
          Body.read(
              request.getInputStream(), request.getContentLengthLong(), LARGEST_BODY, LONGEST_READ);
    } catch (Body.TooLong tooLong) {
      return status(413);
    } catch (Body.TooSlow | SocketTimeoutException tooSlow) {
      return status(408);
    }
    boolean signed =
        signature.matches(
            id,
            request.getHeader("webhook-timestamp"),
            request.getHeader("webhook-signature"),
            body,
            clock.instant());
    if (!signed) {
      return denied();
    }
    return status(
        switch (answers.take(read(id, body))) {
          case UNREADABLE -> 400;
          case UNKNOWN -> 404;
          case LATE -> 410;
          default -> 204;
        });
  }

  private static ResponseEntity<Void> denied() {
    log.info("denied an answer of the contact center: signature or time");
    return status(401);
  }

  private static Incoming read(String id, byte[] body) {
    try {
      JsonNode data = Json.read(body).path("data");
      String requestId = data.path("requestId").asText();
      String text = data.path("text").asText();
      boolean numbered = requestId.matches("[0-9]{1,18}");
      Incoming answer =
          new Incoming(
              Source.REST,
              id,
              numbered ? Long.valueOf(requestId) : null,
              data.path("author").asText(),
              text,
              List.of(),
              null);
      return answer.text().isEmpty()
          ? answer.failing(Answers.State.UNREADABLE, "В вызове нет data.text с текстом ответа.")
          : answer;
    } catch (Json.Unreadable unreadable) {
      return new Incoming(Source.REST, id, null, "", "", List.of(), null)
          .failing(Answers.State.UNREADABLE, "Тело вызова не читается как JSON.");
    }
  }

  private static ResponseEntity<Void> status(int status) {
    return ResponseEntity.status(status).build();
  }
}
