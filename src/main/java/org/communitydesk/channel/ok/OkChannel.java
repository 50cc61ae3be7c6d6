package org.communitydesk.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Download;
import org.communitydesk.http.Json;
import org.springframework.stereotype.Component;

/** One group in Odnoklassniki. */
final class OkChannel implements Polled, ProfileLookup, BanList {

  private final ChannelConfig channelConfig;
  private final String group;
  private final OkRest rest;
  private final OkEvents events;
  private final OkComments comments;
  private final OkMessages messages;
  private final Download download;

  @Component
  static final class Maker implements ChannelFactory {

    private final Clock clock;

    Maker(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Platform platform() {
      return Platform.OK;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.OK, name, settings, "https://api.ok.ru");
      channelConfig.ownId("[1-9]\\d{0,20}", "Set it to the number of the group.");
      channelConfig.token("\\S+", "Set it to the access key from the group's message settings.");
      channelConfig.secret(
          "secret",
          settings.secret(),
          "[\\w-]{8,100}",
          "Set it to a long random key; it is the last part of the hook's address.");
      if (settings.adminToken().isSet()) {
        channelConfig.text(
            "application-key",
            settings.applicationKey(),
            "\\w+",
            "Set it to the public key of the application that admin-token was given to.");
        channelConfig.secret(
            "application-secret",
            settings.applicationSecret(),
            "\\S+",
            "Set it to the secret key of that application.");
      }
      return new OkChannel(channelConfig, clock);
    }
  }

  private OkChannel(ChannelConfig channelConfig, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    this.channelConfig = channelConfig;
    this.group = settings.ownId().strip();
    this.rest = new OkRest(channelConfig.api("", new OkFailures()), settings);
    this.events = new OkEvents(channelConfig.account(), group, settings.secret(), clock);
    this.comments = new OkComments(rest, events, group, settings.pollPause(), clock);
    this.messages = new OkMessages(channelConfig, events);
    this.download = channelConfig.download();
  }

  @Override
  public Account account() {
    return channelConfig.account();
  }

  @Override
  public Capabilities capabilities() {
    Capabilities all = Capabilities.of(Platform.OK);
    return rest.isSetUp()
        ? all
        : all.without(
            Capability.HEAR_COMMENTS,
            Capability.HEAR_EDITS,
            Capability.HEAR_REMOVALS,
            Capability.REPLY_COMMENT,
            Capability.PRIVATE_ANSWER_TO_COMMENT,
            Capability.DELETE,
            Capability.READ_BAN,
            Capability.READ_BACK_COMMENT,
            Capability.POLLING);
  }

  @Override
  public Sender sender(Delivery delivery) {
    return events.sender(delivery);
  }

  @Override
  public Reception receive(Delivery delivery) {
    return events.receive(delivery);
  }

  @Override
  public InboundEvent understand(byte[] event) {
    return events.understand(event);
  }

  @Override
  public Optional<String> link(Reply reply) {
    return Optional.of(reply.threadId())
        .filter(thread -> thread.matches("\\d+"))
        .map(topic -> "https://ok.ru/group/" + group + "/topic/" + topic);
  }

  @Override
  public String reply(Reply reply) {
    return reply.kind() == Kind.COMMENT ? comments.publish(reply) : messages.send(reply);
  }

  @Override
  public void moderate(Act act) {
    if (act instanceof Act.Delete delete) {
      comments.delete(delete);
    }
  }

  /** The group's own members only; in what field the unblock date comes is not documented. */
  @Override
  public Optional<StandingBan> ban(String personId) {
    for (JsonNode one :
        rest.ask("group.getUserGroupsByIds", Map.of("group_id", group, "uids", personId))) {
      if (one.path("userId").asText("").equals(personId)) {
        return one.path("status").asText("").equals("BLOCKED")
            ? Optional.of(new StandingBan(personId, "", null, null, false))
            : Optional.empty();
      }
    }
    throw new CallFailure.Refused("Одноклассники ничего не говорят об этом человеке");
  }

  @Override
  public Health check() {
    Health health = messages.check();
    if (rest.isSetUp()) {
      rest.ask("group.getInfo", Map.of("uids", group, "fields", "uid,name"));
    }
    return health;
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    if (reply.kind() == Kind.COMMENT) {
      return rest.isSetUp() ? comments.look(reply, since) : new ReadBack.CannotTell();
    }
    return reply.isPrivateAnswerToComment()
        ? new ReadBack.CannotTell()
        : messages.look(reply, since);
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    return download.fetch(attachment.source(), maxBytes);
  }

  @Override
  public Map<String, Known> people(Collection<String> ids) {
    String people = ids.stream().filter(id -> id.matches("\\d+")).collect(Collectors.joining(","));
    Map<String, Known> found = new HashMap<>();
    if (people.isEmpty() || !rest.isSetUp()) {
      return found;
    }
    for (JsonNode person :
        rest.ask("users.getInfo", Map.of("uids", people, "fields", "uid,name"))) {
      found.put(
          person.path("uid").asText(), Known.named(Json.clean(person.path("name").asText(""))));
    }
    return found;
  }

  /** Comments come in no other way. */
  @Override
  public boolean isAsked() {
    return rest.isSetUp();
  }

  @Override
  public Duration keeps() {
    return OkComments.READ_AGAIN;
  }

  @Override
  public Poll poll(String cursor) {
    return comments.poll(cursor);
  }
}
