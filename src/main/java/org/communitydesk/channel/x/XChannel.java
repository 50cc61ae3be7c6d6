package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelConfig;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Renewals;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Sender;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Download;
import org.communitydesk.http.FileAddress;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.springframework.stereotype.Component;

/** One account on X. */
final class XChannel implements Polled, ProfileLookup, BanList {

  private final ChannelConfig channelConfig;
  private final String user;
  private final XAccess access;
  private final PlatformApi api;
  private final PlatformApi appApi;
  private final XHook hook;
  private final XEvents events;
  private final XPolling polling;
  private final XActions deeds;
  private final Download download;

  @Component
  static final class Maker implements ChannelFactory {

    private final Clock clock;
    private final Optional<Renewals> renewals;

    Maker(Clock clock, Optional<Renewals> renewals) {
      this.clock = clock;
      this.renewals = renewals;
    }

    @Override
    public Platform platform() {
      return Platform.X;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.X, name, settings, "https://api.x.com");
      channelConfig.ownId("[1-9]\\d{0,19}", "Set it to the number of the account.");
      channelConfig.text(
          "handle", settings.handle(), "\\w{1,15}", "Set it to the account's name without @.");
      channelConfig.token("\\S+", "Set it to an OAuth 2.0 access token of the account.");
      channelConfig.secret(
          "secret",
          settings.secret(),
          "\\S+",
          "Set it to the consumer secret of the app, with which X signs.");
      return new XChannel(channelConfig, new XAccess(channelConfig, renewals, clock), clock);
    }
  }

  private XChannel(ChannelConfig channelConfig, XAccess access, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    this.channelConfig = channelConfig;
    this.user = settings.ownId().strip();
    PlatformApi plain = channelConfig.api("/2", new XFailures(clock));
    this.access = access;
    this.api = plain.with(access::bearer).renewing(access).metering(new XLimits());
    this.appApi =
        plain.with(() -> Map.of("Authorization", "Bearer " + settings.adminToken().reveal()));
    this.hook = new XHook(user, settings.secret());
    this.events = new XEvents(channelConfig.account(), user, hook, clock);
    this.polling = new XPolling(user, settings.handle().strip(), api, clock);
    this.deeds = new XActions(user, api);
    this.download = channelConfig.download();
  }

  @Override
  public Account account() {
    return channelConfig.account();
  }

  @Override
  public Capabilities capabilities() {
    Capabilities all = Capabilities.of(Platform.X);
    return channelConfig.settings().enterprise()
        ? all
        : all.without(Capability.BAN, Capability.UNBAN);
  }

  @Override
  public Sender sender(Delivery delivery) {
    return hook.sender(delivery);
  }

  @Override
  public Reception receive(Delivery delivery) {
    return hook.receive(delivery);
  }

  @Override
  public InboundEvent understand(byte[] event) {
    return events.understand(event);
  }

  @Override
  public Optional<String> link(Reply reply) {
    if (reply.kind() == Kind.COMMENT) {
      return Optional.of("https://x.com/i/status/" + XActions.parent(reply));
    }
    return Optional.of("https://x.com/messages/compose?recipient_id=" + XActions.addressee(reply));
  }

  @Override
  public String reply(Reply reply) {
    return reply.kind() == Kind.COMMENT ? deeds.post(reply) : deeds.write(reply);
  }

  @Override
  public void moderate(Act act) {
    deeds.moderate(act);
  }

  @Override
  public Part bans(String cursor) {
    return deeds.blocked(cursor);
  }

  @Override
  public Health check() {
    JsonNode me = api.get("users/me", Map.of()).path("data");
    String note = me.path("id").asText("").equals(user) ? null : "Ключ token выдан другому";
    return new Health("@" + Json.clean(me.path("username").asText("")), null, subscribed(), note);
  }

  /** Only the app's own token may ask for webhooks. */
  private Boolean subscribed() {
    if (!channelConfig.settings().adminToken().isSet()) {
      return null;
    }
    for (JsonNode one : appApi.get("webhooks", Map.of()).path("data")) {
      if (one.path("valid").asBoolean()
          && one.path("url").asText("").endsWith("/hooks/x/" + account().name())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return deeds.look(reply, since);
  }

  @Override
  public List<Limit> limits() {
    return Limit.read(api.quotas());
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    String source = attachment.source();
    if (source.matches("https?://.+/dm(_conversations/media)?/\\d+/\\w+/[\\w.-]+")) {
      String[] parts = source.split("/", -1);
      int last = parts.length - 1;
      String media = parts[last - 2] + "/" + parts[last - 1] + "/" + parts[last];
      FileAddress own =
          FileAddress.made(channelConfig.base(), "/2/dm_conversations/media/" + media);
      return download.fetch(own, maxBytes, access.bearer());
    }
    if (source.startsWith(XEvents.ASK_FOR)) {
      String link = address(source.split("/", -1));
      return download.fetch(FileAddress.answered(channelConfig.base(), link), maxBytes, Map.of());
    }
    return download.fetch(source, maxBytes);
  }

  private String address(String[] source) {
    JsonNode post = api.get("tweets/" + source[1], XPolling.fields());
    for (JsonNode medium : post.path("includes").path("media")) {
      if (medium.path("media_key").asText("").equals(source[2])) {
        return medium.path("url").asText("");
      }
    }
    throw new CallFailure.Refused("Картинки больше нет");
  }

  @Override
  public Map<String, Known> people(Collection<String> ids) {
    String people = ids.stream().filter(XEvents::isId).collect(Collectors.joining(","));
    Map<String, Known> found = new HashMap<>();
    if (people.isEmpty()) {
      return found;
    }
    for (JsonNode person : api.get("users", Map.of("ids", people)).path("data")) {
      found.put(
          person.path("id").asText(), Known.named(Json.clean(person.path("name").asText(""))));
    }
    return found;
  }

  @Override
  public boolean isAsked() {
    return channelConfig.isAsked();
  }

  @Override
  public Poll poll(String cursor) {
    return polling.poll(cursor);
  }
}
