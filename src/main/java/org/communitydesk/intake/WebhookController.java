package org.communitydesk.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reception.Answer;
import org.communitydesk.channel.Sender;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one HTTP door of all platforms. Strangers are turned away before their bodies are read or
 * understood; only what is proven takes a place among the deliveries that are worked.
 */
@RestController
class WebhookController {

  private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
  private static final Answer DENIED = new Answer(401, "");
  private static final Answer TOO_SLOW = new Answer(408, "");
  private static final Answer TOO_LARGE = new Answer(413, "");
  private static final Answer TOO_OFTEN = new Answer(429, "");
  private static final Answer COME_AGAIN = new Answer(503, "");

  private final Channels channels;
  private final Admission admission;
  private final Challenges challenges;
  private final InboxWriter inboxWriter;
  private final MeterRegistry meters;

  WebhookController(
      Channels channels,
      Admission admission,
      Challenges challenges,
      InboxWriter inboxWriter,
      MeterRegistry meters) {
    this.channels = channels;
    this.admission = admission;
    this.challenges = challenges;
    this.inboxWriter = inboxWriter;
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
      return http(hear(channel.get(), HookRequest.head(request, key.orElse("")), request));
    } catch (Admission.Full full) {
      count("desk.hooks.busy", channel.get().account());
      return http(COME_AGAIN);
    } catch (Body.TooLong tooLong) {
      return http(TOO_LARGE);
    } catch (Body.TooSlow | SocketTimeoutException tooSlow) {
      return http(TOO_SLOW);
    } catch (IOException brokenOff) {
      return http(new Answer(400, ""));
    }
  }

  private Answer hear(Channel channel, Delivery head, HttpServletRequest request)
      throws IOException {
    long declared = request.getContentLengthLong();
    int most = channel.largestDelivery();
    return switch (channel.sender(head)) {
      case STRANGER ->
          admission.asReader(
              () -> {
                Body.skip(request.getInputStream(), declared, most, Admission.LONGEST_READ);
                return denied(channel, "nothing in its head is the platform's");
              });
      case UNKNOWN ->
          admission.withRoom(
              room(declared, most),
              () -> {
                Delivery delivery = admission.asReader(() -> whole(head, request, most));
                return channel.sender(delivery) == Sender.STRANGER
                    ? denied(channel, "the signature or secret is missing or wrong")
                    : work(channel, delivery, request);
              });
      case PLATFORM ->
          admission.withRoom(
              room(declared, most), () -> work(channel, whole(head, request, most), request));
    };
  }

  private static long room(long declared, int most) {
    return declared < 0 ? most : Math.min(declared, most);
  }

  private static Delivery whole(Delivery head, HttpServletRequest request, int most)
      throws IOException {
    return HookRequest.whole(
        head,
        Body.read(
            request.getInputStream(),
            request.getContentLengthLong(),
            most,
            Admission.LONGEST_READ));
  }

  private Answer work(Channel channel, Delivery delivery, HttpServletRequest request)
      throws IOException {
    return admission.asWorker(
        () -> {
          try {
            Reception reception = channel.receive(delivery);
            return work(channel, delivery, reception, request.getRemoteAddr());
          } catch (RuntimeException | Error trouble) {
            log.warn("A delivery to {} cannot be kept now", channel.account(), trouble);
            count("desk.hooks.failed", channel.account());
            return COME_AGAIN;
          }
        });
  }

  private Answer work(Channel channel, Delivery delivery, Reception reception, String address) {
    if (reception instanceof Reception.Denied denied) {
      return denied(channel, denied.reason());
    }
    boolean asked = reception instanceof Reception.Handshake && delivery.method().equals("GET");
    if (asked && !challenges.mayAnswer(channel.account(), address)) {
      log.info("{} is challenged too often", channel.account());
      return TOO_OFTEN;
    }
    return inboxWriter.keep(channel, delivery, reception);
  }

  private Answer denied(Channel channel, String reason) {
    log.info("denied {}: {}", channel.account(), reason);
    count("desk.hooks.denied", channel.account());
    return DENIED;
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
