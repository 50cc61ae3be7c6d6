package org.communitydesk.live;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.communitydesk.access.Access;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open connection. What it has not taken yet waits here, a bounded amount of it. */
final class Listener {

  private static final int MOST_WAITING = 200;

  private final String person;
  private final Login login;
  private final Access access;
  private final Executor senders;
  private final SseEmitter emitter;
  private final Set<Change> waiting = new LinkedHashSet<>();

  /** Who listens, as of the latest beat. */
  private Authentication known;

  private boolean sending;
  private boolean closed;

  Listener(String person, Login login, Access access, Executor senders) {
    this.person = person;
    this.login = login;
    this.access = access;
    this.senders = senders;
    this.emitter = new SseEmitter(login.longest().toMillis());
  }

  String person() {
    return person;
  }

  SseEmitter emitter() {
    return emitter;
  }

  /** Never waits; who is too slow is told to read everything anew. */
  synchronized void tell(Change change) {
    if (closed) {
      return;
    }
    if (waiting.size() >= MOST_WAITING) {
      waiting.clear();
      waiting.add(new Change.Anything());
    }
    waiting.add(change);
    if (!sending) {
      sending = true;
      senders.execute(this::send);
    }
  }

  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    // It may wait for a call that is being sent, so nobody else must wait for it.
    emitter.complete();
  }

  private void send() {
    for (Optional<Change> next = next(); next.isPresent(); next = next()) {
      try {
        send(next.get());
      } catch (IOException | RuntimeException | Error gone) {
        close();
      }
    }
  }

  private synchronized Optional<Change> next() {
    Optional<Change> first = waiting.stream().findFirst();
    first.ifPresentOrElse(waiting::remove, () -> sending = false);
    return first;
  }

  private void send(Change change) throws IOException {
    if (!(change instanceof Change.OfCase)) {
      known = login.now().orElse(null);
    }
    if (known == null) {
      close();
    } else if (!(change instanceof Change.OfCase one) || access.seesCase(known, one.caseId())) {
      emitter.send(change.event());
    }
  }
}
