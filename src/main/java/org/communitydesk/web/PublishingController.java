package org.communitydesk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channelhealth.PublishingOrder;
import org.communitydesk.channelhealth.PublishingSwitch;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The switch that stops all that we say outside. */
@RestController
@RequestMapping("/api/publishing")
class PublishingController {

  private static final int LOG = 50;
  private static final int LONGEST_REASON = 500;

  private final PublishingSwitch publishing;
  private final Channels channels;

  PublishingController(PublishingSwitch publishing, Channels channels) {
    this.publishing = publishing;
    this.channels = channels;
  }

  /**
   * What stands in one scope.
   *
   * @param who gave the latest order; null when there was never one
   */
  record Scope(boolean stopped, String who, Instant at, String reason) {

    static Scope of(Optional<PublishingOrder> latest) {
      return latest
          .map(order -> new Scope(order.stopped(), order.who(), order.at(), order.reason()))
          .orElseGet(() -> new Scope(false, null, null, null));
    }
  }

  /**
   * One account.
   *
   * @param stopped by its own latest order
   * @param publishes neither its own order nor the one to all stops it
   */
  record OfAccount(
      String platform,
      String platformTitle,
      String account,
      boolean stopped,
      String who,
      Instant at,
      String reason,
      boolean publishes) {}

  /** One order; {@code platform} and {@code account} are null when it was to all. */
  record Order(
      String platform, String account, boolean stopped, String who, Instant at, String reason) {

    static Order of(PublishingOrder order) {
      Account account = order.account();
      return new Order(
          account == null ? null : account.platform().id(),
          account == null ? null : account.name(),
          order.stopped(),
          order.who(),
          order.at(),
          order.reason());
    }
  }

  /**
   * How the switch stands.
   *
   * @param mayChange whether the person who asks may change it
   * @param orders the latest ones, newest first
   */
  record Publishing(Scope all, List<OfAccount> accounts, boolean mayChange, List<Order> orders) {}

  /**
   * What is wanted.
   *
   * @param stopped never null
   * @param reason at most 500 characters; may be left out
   */
  record Wanted(Boolean stopped, String reason) {}

  @GetMapping
  Publishing show(HttpServletRequest request) {
    return new Publishing(
        Scope.of(publishing.latest(null)),
        channels.all().stream().map(Channel::account).map(this::account).toList(),
        request.isUserInRole("supervisors") || request.isUserInRole("camunda-admin"),
        publishing.log(LOG).stream().map(Order::of).toList());
  }

  @PutMapping
  Publishing changeAll(@RequestBody Wanted wanted, Principal person, HttpServletRequest request) {
    return change(null, wanted, person, request);
  }

  @PutMapping("/{platform}/{account}")
  Publishing changeOne(
      @PathVariable String platform,
      @PathVariable String account,
      @RequestBody Wanted wanted,
      Principal person,
      HttpServletRequest request) {
    Account known =
        Platform.of(platform)
            .flatMap(one -> channels.find(one, account))
            .map(Channel::account)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Нет такого канала: " + platform + "/" + account));
    return change(known, wanted, person, request);
  }

  private Publishing change(
      Account account, Wanted wanted, Principal person, HttpServletRequest request) {
    String reason = wanted.reason() == null ? "" : wanted.reason().replace("\u0000", "").strip();
    if (wanted.stopped() == null) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY, "Пришлите {\"stopped\": true} или {\"stopped\": false}");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "Причина длиннее " + LONGEST_REASON + " знаков: сократите её");
    }
    publishing.give(account, wanted.stopped(), reason.isEmpty() ? null : reason, person.getName());
    return show(request);
  }

  private OfAccount account(Account account) {
    Scope own = Scope.of(publishing.latest(account));
    return new OfAccount(
        account.platform().id(),
        account.platform().title(),
        account.name(),
        own.stopped(),
        own.who(),
        own.at(),
        own.reason(),
        publishing.stopping(account).isEmpty());
  }
}
