package org.communitydesk.live;

import java.util.Optional;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a listener is told. */
sealed interface Change {

  /** How it goes over the wire. */
  SseEmitter.SseEventBuilder event();

  /**
   * Something about a case is different.
   *
   * @param what for example {@code MESSAGE_JOINED}
   */
  record OfCase(String caseId, String what) implements Change {

    /** Reads what the database has sent; empty when it is not understood. */
    static Optional<OfCase> read(String payload) {
      String[] parts = payload.split(" ", 2);
      return parts.length == 2 && !parts[0].isEmpty()
          ? Optional.of(new OfCase(parts[0], parts[1]))
          : Optional.empty();
    }

    @Override
    public SseEmitter.SseEventBuilder event() {
      return SseEmitter.event().name("case").data(this);
    }
  }

  /** Something may have been missed: whoever hears it reads anew what it shows. */
  record Anything() implements Change {

    @Override
    public SseEmitter.SseEventBuilder event() {
      return SseEmitter.event().name("refresh").reconnectTime(3_000).data("{}");
    }
  }

  /** The line is alive. */
  record Beat() implements Change {

    @Override
    public SseEmitter.SseEventBuilder event() {
      return SseEmitter.event().comment("");
    }
  }
}
