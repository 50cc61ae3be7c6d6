package org.communitydesk.triage;

import java.time.Duration;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks on every node whether there is enough new to learn; one node learns at a time. */
@Component
@EnableConfigurationProperties(TriageProperties.class)
class TrainingScheduler implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TrainingScheduler.class);

  private final Training training;
  private final TriageProperties settings;
  private final Loops loops;
  private Loop thread;
  private boolean running;

  TrainingScheduler(Training training, TriageProperties settings, Loops loops) {
    this.training = training;
    this.settings = settings;
    this.loops = loops;
  }

  @Override
  public synchronized void start() {
    running = true;
    if (settings.trainAfter() > 0) {
      thread =
          loops.start(
              "triage-training", "обучение подсказки класса", settings.trainPause(), this::look);
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    if (thread != null) {
      thread.stop();
      thread.interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  @SuppressWarnings("ThreadPriorityCheck") // whatever else there is to do comes first
  private Duration look() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    try {
      training
          .trainWhenDue(settings.trainAfter())
          .ifPresent(outcome -> log.info("Learnt from new decisions: {}", outcome));
    } catch (RuntimeException trouble) {
      log.warn("Nothing can be learnt from decisions now", trouble);
    }
    return settings.trainPause();
  }
}
