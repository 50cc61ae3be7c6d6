package org.communitydesk.live;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveController {

  private final SseHub sseHub;
  private final AuthenticationConverter webappSession;
  private final UnaryOperator<Authentication> stillSignedIn;

  LiveController(
      SseHub sseHub,
      AuthenticationConverter webappSession,
      UnaryOperator<Authentication> stillSignedIn) {
    this.sseHub = sseHub;
    this.webappSession = webappSession;
    this.stillSignedIn = stillSignedIn;
  }

  @Operation(
      summary = "What changes in the cases that the person may read",
      description =
          "Server-sent events: `case` with {caseId, what}, where what is MESSAGE_JOINED,"
              + " MESSAGE_EDITED, MESSAGE_REMOVED, RECEIPT, DRAFT, CASE, NOTE, TASK or PUBLICATION;"
              + " `refresh` when something may have been missed; a comment every five seconds.")
  @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> listen(HttpServletRequest request, Authentication person) {
    Login login = Login.of(request, person, webappSession, stillSignedIn);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        // Proxies of nginx's kind would keep the events back until there are many.
        .header("X-Accel-Buffering", "no")
        .body(sseHub.admit(person.getName(), login).emitter());
  }
}
