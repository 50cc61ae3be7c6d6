package org.communitydesk.sandbox;

import java.time.Duration;
import org.communitydesk.sandbox.world.Bell;
import org.communitydesk.sandbox.world.Events;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows whether anything is left to do, on the platforms or in the desk. */
@Component
class IdleWatch {

  private static final long MILLIS_WHILE_BUSY = 40;
  private static final long MILLIS_BEFORE_THE_SECOND_LOOK = 15;

  private final Events events;
  private final ObjectProvider<Desk> desk;
  private final Bell bell;

  IdleWatch(Events events, ObjectProvider<Desk> desk, Bell bell) {
    this.events = events;
    this.desk = desk;
    this.bell = bell;
  }

  /** Waits until nothing was left twice in a row; false when the time is over. */
  boolean await(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    int quiet = 0;
    while (true) {
      quiet = busy() ? 0 : quiet + 1;
      if (quiet == 2) {
        return true;
      }
      long pause = quiet == 0 ? MILLIS_WHILE_BUSY : MILLIS_BEFORE_THE_SECOND_LOOK;
      if (System.nanoTime() >= end || !bell.await(pause)) {
        return false;
      }
    }
  }

  private boolean busy() {
    return events.open() > 0 || desk.stream().anyMatch(Desk::pending);
  }
}
