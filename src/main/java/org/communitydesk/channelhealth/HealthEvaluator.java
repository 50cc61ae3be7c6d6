package org.communitydesk.channelhealth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Polled;
import org.communitydesk.http.Quota;
import org.springframework.stereotype.Component;

/** Chooses the colour: what is worst counts. */
@Component
class HealthEvaluator {

  private static final Duration EXPIRES_SOON = Duration.ofDays(7);
  private static final Duration POLL_MISSED = Duration.ofMinutes(1);

  /** Over a weekend, so that who comes back sees it. */
  private static final Duration GAP_SHOWN = Duration.ofDays(3);

  private final Channels channels;
  private final Limits limits;
  private final PublishingSwitch publishing;
  private final Clock clock;

  HealthEvaluator(Channels channels, Limits limits, PublishingSwitch publishing, Clock clock) {
    this.limits = limits;
    this.publishing = publishing;
    this.channels = channels;
    this.clock = clock;
  }

  /** A colour and why; the reason is null for green. */
  record Paint(HealthStatus colour, String reason) {}

  Paint of(Channel channel, ChannelStateRow channelStateRow) {
    if (!channels.isOn(channel.account())) {
      return new Paint(HealthStatus.OFF, "Канал выключен в настройках");
    }
    if (channelStateRow.isLocked()) {
      return new Paint(HealthStatus.RED, channelStateRow.lockReason());
    }
    String warning =
        publishing
            .stopping(channel.account())
            .map(PublishingOrder::sentence)
            .orElseGet(() -> warning(channel, channelStateRow, clock.instant()));
    return new Paint(warning == null ? HealthStatus.GREEN : HealthStatus.YELLOW, warning);
  }

  private String warning(Channel channel, ChannelStateRow channelStateRow, Instant now) {
    if (channelStateRow.stuckReason() != null) {
      return channelStateRow.stuckReason();
    }
    if (channelStateRow.busyUntil() != null && channelStateRow.busyUntil().isAfter(now)) {
      return channelStateRow.busyReason();
    }
    long used = limits.tightest(channel.account()).map(Quota::usedPercent).orElse(0L);
    if (used >= Limits.NEARLY_USED_UP) {
      return "Лимит вызовов платформы использован на " + used + " %";
    }
    boolean asked = channel instanceof Polled polled && polled.isAsked();
    if (asked
        && channelStateRow.polledAt() != null
        && channelStateRow.polledAt().plus(POLL_MISSED).isBefore(now)) {
      return "Новые сообщения не запрашивались больше минуты";
    }
    if (!asked && Boolean.FALSE.equals(channelStateRow.hookSubscribed())) {
      return "Веб-хук не подписан на события: новые сообщения не приходят";
    }
    if (channelStateRow.gap() != null && channelStateRow.gapAt().plus(GAP_SHOWN).isAfter(now)) {
      return channelStateRow.gap() + " (" + MoscowTime.moment(channelStateRow.gapAt()) + ")";
    }
    Instant end = channelStateRow.tokenExpiresAt();
    if (end != null && end.minus(EXPIRES_SOON).isBefore(now)) {
      return (end.isBefore(now) ? "Ключ истёк " : "Ключ истекает ")
          + MoscowTime.day(MoscowTime.dayOf(end))
          + " г.";
    }
    return null;
  }
}
