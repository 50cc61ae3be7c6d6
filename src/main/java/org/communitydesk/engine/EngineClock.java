package org.communitydesk.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the engine's time on the application's clock, whenever that was moved. */
@Component
class EngineClock {

  @EventListener
  void follow(Clock clock) {
    ClockUtil.offset(clock.millis() - System.currentTimeMillis());
  }
}
