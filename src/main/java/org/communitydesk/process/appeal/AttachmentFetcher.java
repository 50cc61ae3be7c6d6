package org.communitydesk.process.appeal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.cases.Attachments;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.http.CallFailure;
import org.springframework.stereotype.Component;

/** Fetches the files of a case. Only what the platform says is gone is lost at once. */
@Component
class AttachmentFetcher {

  private static final Duration PATIENCE = Duration.ofDays(7);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  private final Attachments attachments;
  private final Channels channels;
  private final Clock clock;

  AttachmentFetcher(Attachments attachments, Channels channels, Clock clock) {
    this.attachments = attachments;
    this.channels = channels;
    this.clock = clock;
  }

  /**
   * Asks for every file whose pause is over.
   *
   * @return when the next one is to be asked for; empty when none is left
   */
  Optional<Instant> fetch(CaseFile file) {
    Channel channel = channels.of(file.account());
    for (Attachments.Waiting waiting : attachments.waiting(file.caseId())) {
      if (!waiting.retryAt().isAfter(clock.instant()) && attachments.isWanted(waiting.id())) {
        fetch(channel, waiting);
      }
    }
    return attachments.waiting(file.caseId()).stream()
        .map(Attachments.Waiting::retryAt)
        .min(Instant::compareTo);
  }

  private void fetch(Channel channel, Attachments.Waiting waiting) {
    try {
      attachments.keep(waiting.id(), channel.fetch(waiting.attachment(), Attachments.MAX_BYTES));
    } catch (CallFailure.Refused gone) {
      attachments.lose(waiting.id(), "Платформа не отдала файл: " + gone.getMessage());
    } catch (CallFailure notNow) {
      postpone(waiting, notNow.getMessage());
    }
  }

  private void postpone(Attachments.Waiting waiting, String reason) {
    Instant now = clock.instant();
    Instant since = waiting.firstTriedAt() == null ? now : waiting.firstTriedAt();
    if (since.plus(PATIENCE).isBefore(now)) {
      attachments.lose(waiting.id(), "Платформа не отдавала файл семь дней: " + reason);
      return;
    }
    Duration pause = PAUSES.get(Math.min(waiting.tries(), PAUSES.size() - 1));
    attachments.postpone(waiting.id(), now, now.plus(pause), reason);
  }
}
