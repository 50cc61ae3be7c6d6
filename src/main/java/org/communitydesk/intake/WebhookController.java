package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reception.Answer;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The one HTTP door of all platforms. */
@RestController
class WebhookController {

  private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
  private static final Answer COME_AGAIN = new Answer(503, "");

  private final Channels channels;
  private final Receipts receipts;
  private final MeterRegistry meters;

  WebhookController(Channels channels, Receipts receipts, MeterRegistry meters) {
    this.channels = channels;
    this.receipts = receipts;
    this.meters = meters;
  }

  @RequestMapping(
      path = {"/hooks/{platform}/{account}", "/hooks/{platform}/{account}/{key}"},
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<byte[]> hear(
      @PathVariable String platform,
      @PathVariable String account,
      @PathVariable Optional<String> key,
      HttpServletRequest request) {
    Optional<Channel> channel =
        Platform.of(platform).flatMap(found -> channels.find(found, account));
    if (channel.isEmpty()) {
      return http(new Answer(404, ""));
    }
    try {
      return http(
          HookRequest.read(request, key.orElse(""))
              .map(delivery -> hear(channel.get(), delivery))
              .orElse(new Answer(413, "")));
    } catch (IOException brokenOff) {
      return http(new Answer(400, ""));
    }
  }

  private Answer hear(Channel channel, Delivery delivery) {
    try {
      Reception reception = channel.receive(delivery);
      if (reception instanceof Reception.Denied denied) {
        log.info("denied {}: {}", channel.account(), denied.reason());
        count("desk.hooks.denied", channel.account());
        return new Answer(401, "");
      }
      return receipts.keep(channel, delivery, reception);
    } catch (RuntimeException | StackOverflowError trouble) {
      log.warn("A delivery to {} cannot be kept now", channel.account(), trouble);
      count("desk.hooks.failed", channel.account());
      return COME_AGAIN;
    }
  }

  private void count(String counter, Account account) {
    meters
        .counter(counter, "platform", account.platform().id(), "account", account.name())
        .increment();
  }

  private static ResponseEntity<byte[]> http(Answer answer) {
    MediaType type =
        answer.body().startsWith("{")
            ? MediaType.APPLICATION_JSON
            : new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    return ResponseEntity.status(answer.status())
        .contentType(type)
        .body(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
