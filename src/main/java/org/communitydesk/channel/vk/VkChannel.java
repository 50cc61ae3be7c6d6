package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Sender;
import org.communitydesk.channel.StaffLookup;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Download;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;
import org.springframework.stereotype.Component;

/** One VK community. */
final class VkChannel implements Polled, ProfileLookup, BanList, StaffLookup {

  private static final String VERSION = "5.199";

  private static final Capability[] BY_ADMINISTRATOR = {
    Capability.DELETE,
    Capability.RESTORE,
    Capability.BAN,
    Capability.TIMED_BAN,
    Capability.UNBAN,
    Capability.READ_BACK_COMMENT,
    Capability.PICTURE_IN_COMMENT
  };

  private final ChannelConfig channelConfig;
  private final String group;
  private final Secret token;
  private final Secret adminToken;
  private final VkHook hook;
  private final VkEvents events;
  private final VkThreads threads;
  private final VkActions deeds;
  private final VkBans bans;
  private final PlatformApi api;
  private final Download download;

  @Component
  static final class Maker implements ChannelFactory {

    private final Clock clock;

    Maker(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Platform platform() {
      return Platform.VK;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.VK, name, settings, "https://api.vk.com");
      channelConfig.ownId(
          "[1-9]\\d{0,17}", "Set it to the number of the community, without a minus.");
      channelConfig.token(
          "\\S+",
          "Set it to a community token with the rights messages, wall, photos, docs and manage.");
      if (!channelConfig.isAsked()) {
        channelConfig.secret(
            "secret",
            settings.secret(),
            "[^\\s\"\\\\]{1,50}",
            "Set it to the secret key of the Callback API server, or set polling to true.");
        channelConfig.text(
            "confirmation",
            settings.confirmation(),
            "\\S+",
            "Set it to the string that the Callback API page shows, or set polling to true.");
      }
      return new VkChannel(channelConfig, clock);
    }
  }

  private VkChannel(ChannelConfig channelConfig, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    this.channelConfig = channelConfig;
    this.group = settings.ownId().strip();
    this.token = settings.token();
    this.adminToken = settings.adminToken();
    this.api = channelConfig.api("/method", new VkFailures());
    this.hook = new VkHook(group, settings, api);
    this.events = new VkEvents(channelConfig.account(), group, clock);
    this.threads = new VkThreads(group, token, adminToken, api);
    this.bans = new VkBans(group, settings, api, clock);
    this.deeds = new VkActions(group, settings, threads, bans, api);
    this.download = channelConfig.download();
  }

  @Override
  public Account account() {
    return channelConfig.account();
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
  public Capabilities capabilities() {
    Capabilities all = Capabilities.of(Platform.VK);
    return adminToken.isSet() ? all : all.without(BY_ADMINISTRATOR);
  }

  @Override
  public Optional<String> link(Reply reply) {
    if (reply.answers() == Kind.PRIVATE) {
      return Optional.of("https://vk.com/gim" + group + "?sel=" + reply.threadId());
    }
    return threads
        .spot(reply.threadId())
        .filter(spot -> reply.replyTo() != null)
        .map(spot -> spot.link(reply.replyTo()));
  }

  @Override
  public String reply(Reply reply) {
    return deeds.reply(reply);
  }

  @Override
  public void moderate(Act act) {
    deeds.moderate(act);
  }

  @Override
  public boolean isStaff(String personId) {
    return bans.isManager(personId);
  }

  @Override
  public Part bans(String cursor) {
    return bans.list(cursor);
  }

  @Override
  public Optional<StandingBan> ban(String personId) {
    return bans.one(personId);
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return threads.look(reply, since);
  }

  @Override
  public Health check() {
    JsonNode groups = api.ask("groups.getById", ofGroup(token)).path("response").path("groups");
    List<String> notes = deeds.obstacles();
    return new Health(
        Json.clean(groups.path(0).path("name").asText("")),
        null,
        isAsked() ? null : hookSubscribed(),
        notes.isEmpty() ? null : String.join(". ", notes));
  }

  /** A server's address may be behind a proxy of ours, so that any working one counts. */
  private Boolean hookSubscribed() {
    try {
      return api.ask("groups.getCallbackServers", ofGroup(token))
          .findValuesAsText("status")
          .contains("ok");
    } catch (CallFailure.Refused e) {
      return null;
    }
  }

  private Content ofGroup(Secret key) {
    return form(key, Map.of("group_id", group));
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    return download.fetch(attachment.source(), maxBytes);
  }

  @Override
  public Map<String, Known> people(Collection<String> ids) {
    String people =
        ids.stream().filter(id -> id.matches("[1-9]\\d*")).collect(Collectors.joining(","));
    Map<String, Known> found = new HashMap<>();
    if (people.isEmpty()) {
      return found;
    }
    Content question =
        form(token, Map.of("user_ids", people, "fields", "followers_count", "lang", "ru"));
    for (JsonNode person : api.ask("users.get", question).path("response")) {
      String name =
          person.path("first_name").asText("") + " " + person.path("last_name").asText("");
      JsonNode followers = person.path("followers_count");
      found.put(
          person.path("id").asText(),
          new Known(
              Json.clean(name.strip()), followers.isIntegralNumber() ? followers.asLong() : null));
    }
    return found;
  }

  @Override
  public boolean isAsked() {
    return channelConfig.isAsked();
  }

  @Override
  public Poll poll(String cursor) {
    return hook.poll(cursor);
  }

  /** The fields with the token and the version that every call carries. */
  static Content form(Secret token, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("access_token", token.reveal());
    all.put("v", VERSION);
    return Content.form(all);
  }
}
