package org.communitydesk.contactcenter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the mailbox again and again where letters are used; one thread. */
@Component
class MailPoller implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MailPoller.class);
  private static final long LONGEST_STOP_MILLIS = 25_000;

  private final MailPoll poll;
  private final ContactCenterProperties settings;
  private final MeterRegistry meters;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private Thread thread;

  MailPoller(MailPoll poll, ContactCenterProperties settings, MeterRegistry meters) {
    this.poll = poll;
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    if (settings.uses(Form.EMAIL)) {
      stopping = new CountDownLatch(1);
      thread = new Thread(this::pollOnAndOn, "poll-contact-center");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public synchronized void stop() {
    stopping.countDown();
    try {
      if (thread != null) {
        thread.join(LONGEST_STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void pollOnAndOn() {
    do {
      try {
        poll.once();
      } catch (MessagingException | RuntimeException trouble) {
        meters.counter("desk.contact-center.polls.failed").increment();
        log.warn("The contact center's mailbox cannot be read now: {}", named(trouble));
      }
    } while (rest());
  }

  private boolean rest() {
    try {
      return !stopping.await(settings.mail().pollEvery().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private static String named(Exception trouble) {
    return trouble.getClass().getSimpleName() + ": " + trouble.getMessage();
  }
}
