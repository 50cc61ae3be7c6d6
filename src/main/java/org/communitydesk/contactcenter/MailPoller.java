package org.communitydesk.contactcenter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the mailbox again and again where letters are used; one thread. */
@Component
class MailPoller implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MailPoller.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

  private final MailPoll poll;
  private final ContactCenterProperties settings;
  private final MeterRegistry meters;
  private final Loops loops;
  private volatile Loop thread;

  MailPoller(MailPoll poll, ContactCenterProperties settings, MeterRegistry meters, Loops loops) {
    this.loops = loops;
    this.poll = poll;
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    if (settings.uses(Form.EMAIL)) {
      thread =
          loops.start("poll-contact-center", "чтение писем контактного центра", this::pollOnce);
    }
  }

  @Override
  public synchronized void stop() {
    try {
      if (thread != null) {
        thread.stop();
        thread.join(LONGEST_STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private Duration pollOnce() {
    try {
      poll.once();
    } catch (MessagingException | RuntimeException trouble) {
      meters.counter("desk.contact-center.polls.failed").increment();
      log.warn("The contact center's mailbox cannot be read now: {}", named(trouble));
    }
    return settings.mail().pollEvery();
  }

  private static String named(Exception trouble) {
    return trouble.getClass().getSimpleName() + ": " + trouble.getMessage();
  }
}
