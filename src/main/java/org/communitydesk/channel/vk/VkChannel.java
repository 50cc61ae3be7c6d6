package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelMaker;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.NamesPeople;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Setup;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Heard;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.wire.CallFailure;
import org.communitydesk.wire.Content;
import org.communitydesk.wire.Download;
import org.communitydesk.wire.Json;
import org.communitydesk.wire.PlatformApi;
import org.communitydesk.wire.Secret;
import org.springframework.stereotype.Component;

/** One VK community. */
final class VkChannel implements Polled, NamesPeople {

  private static final String VERSION = "5.199";

  private final Setup setup;
  private final String group;
  private final Secret token;
  private final VkHook hook;
  private final VkEvents events;
  private final VkReadBack readBack;
  private final PlatformApi api;
  private final Download download;

  @Component
  static final class Maker implements ChannelMaker {

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
      Setup setup = new Setup(Platform.VK, name, settings, "https://api.vk.com");
      setup.ownId("[1-9]\\d{0,17}", "Set it to the number of the community, without a minus.");
      setup.token(
          "\\S+",
          "Set it to a community token with the rights messages, wall, photos, docs and manage.");
      if (!setup.isAsked()) {
        setup.secret(
            "secret",
            settings.secret(),
            "[^\\s\"\\\\]{1,50}",
            "Set it to the secret key of the Callback API server, or set polling to true.");
        setup.text(
            "confirmation",
            settings.confirmation(),
            "\\S+",
            "Set it to the string that the Callback API page shows, or set polling to true.");
      }
      return new VkChannel(setup, clock);
    }
  }

  private VkChannel(Setup setup, Clock clock) {
    ChannelSettings settings = setup.settings();
    this.setup = setup;
    this.group = settings.ownId().strip();
    this.token = settings.token();
    this.api = setup.api("/method", new VkFailures());
    this.hook = new VkHook(group, settings, api);
    this.events = new VkEvents(setup.account(), group, clock);
    this.readBack = new VkReadBack(group, token, settings.adminToken(), api);
    this.download = setup.download();
  }

  @Override
  public Account account() {
    return setup.account();
  }

  @Override
  public Reception receive(Delivery delivery) {
    return hook.receive(delivery);
  }

  @Override
  public Heard understand(byte[] event) {
    return events.understand(event);
  }

  @Override
  public Optional<String> link(Reply reply) {
    String thread = reply.threadId();
    if (reply.kind() == Kind.PRIVATE) {
      return Optional.of("https://vk.com/gim" + group + "?sel=" + thread);
    }
    if (!thread.matches("-?\\d+_\\d+") || reply.replyTo() == null) {
      return Optional.empty();
    }
    String comment = reply.replyTo().substring(reply.replyTo().indexOf('_') + 1);
    return Optional.of("https://vk.com/wall" + thread + "?reply=" + comment);
  }

  @Override
  public String reply(Reply reply) {
    return reply.kind() == Kind.COMMENT ? comment(reply) : write(reply);
  }

  private String comment(Reply reply) {
    if (!reply.threadId().matches("-?\\d+_\\d+")) {
      throw new CallFailure.Refused(
          "ВКонтакте не даёт сообществу отвечать здесь через API: ответьте вручную");
    }
    String[] post = reply.threadId().split("_", -1);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("owner_id", post[0]);
    fields.put("post_id", post[1]);
    fields.put("from_group", group);
    fields.put("message", reply.text());
    parent(reply).ifPresent(id -> fields.put("reply_to_comment", id));
    fields.put("guid", reply.publicationId().toString());
    JsonNode answer = api.send("wall.createComment", form(token, fields));
    return post[0] + "_" + published(answer.path("response").path("comment_id"));
  }

  private String write(Reply reply) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("peer_id", reply.threadId());
    fields.put("random_id", randomId(reply.publicationId()));
    fields.put("message", reply.text());
    JsonNode answer = api.send("messages.send", form(token, fields));
    return reply.threadId() + "_" + published(answer.path("response"));
  }

  private static String published(JsonNode id) {
    if (id.asLong() <= 0) {
      throw new CallFailure.Unsure("ВКонтакте не назвала номер опубликованного ответа");
    }
    return id.asText();
  }

  /** The comment that is answered; empty when the post itself is. */
  static Optional<String> parent(Reply reply) {
    return Optional.ofNullable(reply.replyTo())
        .filter(id -> !id.equals(reply.threadId()))
        .map(id -> id.substring(id.lastIndexOf('_') + 1));
  }

  /** An int32 other than 0, stable for the publication. */
  static String randomId(UUID publication) {
    int mixed = publication.hashCode() & Integer.MAX_VALUE;
    return String.valueOf(mixed == 0 ? 1 : mixed);
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return readBack.look(reply, since);
  }

  @Override
  public Health check() {
    JsonNode groups = api.ask("groups.getById", form(token, Map.of("group_id", group)));
    JsonNode found = groups.path("response").path("groups").path(0);
    return new Health(Json.clean(found.path("name").asText("")), null, null, null);
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    if (attachment.type() == Attachment.Type.OTHER) {
      throw new CallFailure.Refused("Вложение этого вида не скачивается");
    }
    return download.fetch(attachment.source(), maxBytes);
  }

  @Override
  public Map<String, String> names(Collection<String> ids) {
    String people =
        ids.stream().filter(id -> id.matches("[1-9]\\d*")).collect(Collectors.joining(","));
    Map<String, String> names = new HashMap<>();
    if (people.isEmpty()) {
      return names;
    }
    Content question = form(token, Map.of("user_ids", people, "lang", "ru"));
    for (JsonNode person : api.ask("users.get", question).path("response")) {
      String name =
          person.path("first_name").asText("") + " " + person.path("last_name").asText("");
      names.put(person.path("id").asText(), Json.clean(name.strip()));
    }
    return names;
  }

  @Override
  public boolean isAsked() {
    return setup.isAsked();
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
