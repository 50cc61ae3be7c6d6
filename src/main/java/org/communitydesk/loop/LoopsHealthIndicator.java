package org.communitydesk.loop;

import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while a loop of this node is; a node in that state still takes in what comes. */
@Component
class LoopsHealthIndicator extends AbstractHealthIndicator {

  private final Loops loops;

  LoopsHealthIndicator(Loops loops) {
    this.loops = loops;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    List<String> down = loops.down();
    if (down.isEmpty()) {
      health.up();
    } else {
      health.down().withDetail("не работает и запускается снова", down);
    }
  }
}
