package org.communitydesk.triage;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Looks on every node whether there is enough new to learn; one node learns at a time. */
@Component
@EnableConfigurationProperties(TriageProperties.class)
class Apprentice implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Apprentice.class);

  private final Training training;
  private final TriageProperties settings;
  private ScheduledExecutorService thread;

  Apprentice(Training training, TriageProperties settings) {
    this.training = training;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("triage-training-");
    threads.setDaemon(true);
    threads.setThreadPriority(Thread.MIN_PRIORITY);
    thread = Executors.newSingleThreadScheduledExecutor(threads);
    if (settings.trainAfter() > 0) {
      long pause = settings.trainPause().toSeconds();
      var unused = thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.SECONDS);
    }
  }

  @Override
  public synchronized void stop() {
    thread.shutdownNow();
    thread = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void look() {
    try {
      training
          .trainWhenDue(settings.trainAfter())
          .ifPresent(outcome -> log.info("Learnt from new decisions: {}", outcome));
    } catch (RuntimeException trouble) {
      log.warn("Nothing can be learnt from decisions now", trouble);
    }
  }
}
