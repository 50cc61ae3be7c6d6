package org.communitydesk.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.cases.Conversations;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.TextLimit;
import org.communitydesk.channelhealth.ChannelWatch;
import org.communitydesk.channelhealth.Standing;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.publication.Publications;
import org.communitydesk.web.AppealResource.Budget;
import org.communitydesk.web.AppealResource.Channel;
import org.communitydesk.web.AppealResource.Limits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ChannelsController {

  private final Channels channels;
  private final Conversations conversations;
  private final Publications publications;
  private final ChannelWatch watch;

  ChannelsController(
      Channels channels,
      Conversations conversations,
      Publications publications,
      ChannelWatch watch) {
    this.watch = watch;
    this.channels = channels;
    this.conversations = conversations;
    this.publications = publications;
  }

  @GetMapping("/api/channels")
  List<Channel> list() {
    return channels.all().stream().map(this::channel).toList();
  }

  /** Everything that a channel may be able to do, in the words for people. */
  @GetMapping("/api/channels/capabilities")
  Map<String, String> capabilities() {
    Map<String, String> titles = new LinkedHashMap<>();
    Arrays.stream(Capability.values()).forEach(one -> titles.put(one.name(), one.title()));
    return titles;
  }

  /** Asks the platform now whether it takes our key. */
  @PostMapping("/api/channels/{platform}/{account}/check")
  Channel check(@PathVariable String platform, @PathVariable String account) {
    org.communitydesk.channel.Channel channel = find(platform, account);
    watch.check(channel.account());
    return channel(channel);
  }

  /** Puts other keys in the place of those in the settings; the answer never holds them. */
  @PutMapping("/api/channels/{platform}/{account}/token")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = NewKeys.class),
              mediaType = "application/json"))
  Channel replaceKeys(
      @PathVariable String platform,
      @PathVariable String account,
      @org.springframework.web.bind.annotation.RequestBody byte[] body,
      Principal person) {
    org.communitydesk.channel.Channel channel = find(platform, account);
    if (!watch.canKeepKeys()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT,
          "Ключ негде хранить: задайте desk.secret-key (32 случайных байта в Base64, их даст «openssl rand -base64 32») на всех узлах и перезапустите их");
    }
    NewKeys keys = NewKeys.read(body);
    try {
      watch.change(channel.account(), keys.token(), keys.adminToken(), person.getName());
    } catch (IllegalArgumentException malformed) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "Это не похоже на ключ: проверьте, что он скопирован целиком и без пробелов");
    }
    return channel(channel);
  }

  /** The keys in the settings count again. */
  @DeleteMapping("/api/channels/{platform}/{account}/token")
  Channel forgetKeys(@PathVariable String platform, @PathVariable String account) {
    org.communitydesk.channel.Channel channel = find(platform, account);
    watch.forgetKeys(channel.account());
    return channel(channel);
  }

  private org.communitydesk.channel.Channel find(String platform, String account) {
    return Platform.of(platform)
        .flatMap(known -> channels.find(known, account))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no account " + platform + "/" + account));
  }

  private Channel channel(org.communitydesk.channel.Channel channel) {
    Capabilities capabilities = channel.capabilities();
    Publications.Standing published = publications.standing(channel.account());
    Standing standing = watch.of(channel.account());
    return new Channel(
        channel.account().platform().id(),
        channel.account().platform().title(),
        channel.account().name(),
        standing.colour(),
        standing.reason(),
        capabilities.can().stream().sorted().map(Enum::name).toList(),
        new Limits(limit(capabilities, Kind.COMMENT), limit(capabilities, Kind.PRIVATE)),
        conversations.lastHeard(channel.account()).orElse(null),
        published.lastPublishedAt(),
        published.waiting(),
        published.held(),
        standing.since(),
        standing.checkedAt(),
        standing.name(),
        standing.note(),
        standing.tokenExpiresAt(),
        standing.hookSubscribed(),
        channel.as(Polled.class).filter(Polled::isAsked).isPresent(),
        capabilities.rates().stream()
            .map(rate -> new Budget(rate.calls(), rate.per(), rate.of(), watch.left(channel, rate)))
            .toList(),
        standing.quota());
  }

  private static TextLimit limit(Capabilities capabilities, Kind kind) {
    return capabilities.textLimits().get(kind);
  }
}
