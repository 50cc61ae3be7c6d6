package org.communitydesk.channel.instagram;

import static org.communitydesk.channel.graph.GraphFailures.Verdict.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelConfig;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.ProfileLookup;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Sender;
import org.communitydesk.channel.graph.GraphApi;
import org.communitydesk.channel.graph.GraphFailures;
import org.communitydesk.channel.graph.GraphHealth;
import org.communitydesk.channel.graph.GraphHook;
import org.communitydesk.channel.graph.GraphValue;
import org.communitydesk.channel.graph.Messenger;
import org.communitydesk.channel.graph.MessengerFailures;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Download;
import org.springframework.stereotype.Component;

/** One professional account and the Page that it is linked with. */
final class InstagramChannel implements ProfileLookup {

  private static final String NO_TALK =
      "Instagram блокирует через API только тех, кто писал в личные сообщения: сделайте вручную";

  private final ChannelConfig channelConfig;
  private final String own;
  private final String page;
  private final GraphHook hook;
  private final InstagramEvents events;
  private final GraphApi api;
  private final GraphFailures blocking;
  private final InstagramComments comments;
  private final Messenger messenger;
  private final Download download;

  @Component
  static final class Maker implements ChannelFactory {

    private final Clock clock;

    Maker(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Platform platform() {
      return Platform.INSTAGRAM;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.INSTAGRAM, name, settings, "https://graph.facebook.com");
      channelConfig.ownId("[1-9]\\d{0,24}", "Set it to the number of the professional account.");
      channelConfig.text(
          "page-id",
          settings.pageId(),
          "[1-9]\\d{0,24}",
          "Set it to the number of the Facebook Page that the account is linked with.");
      return new InstagramChannel(channelConfig, clock);
    }
  }

  private InstagramChannel(ChannelConfig channelConfig, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    this.channelConfig = channelConfig;
    this.own = settings.ownId().strip();
    this.page = settings.pageId().strip();
    this.events = new InstagramEvents(channelConfig.account(), own, page, clock);
    this.hook = new GraphHook(settings.secret(), settings.verifyToken(), events);
    GraphFailures failures = new GraphFailures(MessengerFailures.ALL);
    this.api = new GraphApi(channelConfig, failures, clock);
    // Here 1 is a clear no: "failed, or there is no thread".
    this.blocking = failures.with(Map.of("1", refused(NO_TALK), "100", refused(NO_TALK)));
    this.comments = new InstagramComments(api, own);
    this.messenger =
        new Messenger(
            api, new Messenger.Side("instagram", page, own, false, settings.humanAgent()), clock);
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
  public int largestDelivery() {
    return GraphHook.LARGEST_DELIVERY;
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
    Capabilities all = Capabilities.of(Platform.INSTAGRAM);
    return channelConfig.settings().humanAgent() ? all : all.withoutExtendedWindows();
  }

  /** An address of a comment cannot be made of its id; the Page's inbox shows them all. */
  @Override
  public Optional<String> link(Reply reply) {
    return Optional.of("https://business.facebook.com/latest/inbox/all?asset_id=" + page);
  }

  @Override
  public String reply(Reply reply) {
    return reply.kind() == Kind.COMMENT ? comments.write(reply) : messenger.send(reply);
  }

  @Override
  public void moderate(Act act) {
    if (act instanceof Act.Hide hide) {
      comments.hide(hide.externalId(), true);
    } else if (act instanceof Act.Show show) {
      comments.hide(show.externalId(), false);
    } else if (act instanceof Act.Delete delete) {
      comments.delete(delete.externalId());
    } else if (act instanceof Act.Ban ban) {
      messenger.moderate(ban.personId(), "block_user", NO_TALK, blocking);
    } else if (act instanceof Act.Unban unban) {
      messenger.moderate(unban.personId(), "unblock_user", NO_TALK, blocking);
    }
  }

  @Override
  public Health check() {
    return new GraphHealth(api).check(own, "username", page);
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return reply.kind() == Kind.COMMENT
        ? comments.look(reply, since)
        : messenger.readBack(reply, since);
  }

  @Override
  public List<Limit> limits() {
    return api.limits();
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    return Mention.isPerson(attachment.source())
        ? comments.mention(attachment.source())
        : download.fetch(attachment.source(), maxBytes);
  }

  @Override
  public Map<String, Known> people(Collection<String> ids) {
    Map<String, Known> found = new HashMap<>();
    ids.forEach(id -> name(id).ifPresent(name -> found.put(id, Known.named(name))));
    return found;
  }

  private Optional<String> name(String id) {
    try {
      String name =
          Mention.isPerson(id)
              ? comments.author(id)
              : username(api.get(id, Map.of("fields", "name,username")));
      return Optional.of(name).filter(found -> !found.isEmpty());
    } catch (CallFailure.Refused unknown) {
      return Optional.empty();
    }
  }

  private static String username(JsonNode person) {
    String username = GraphValue.text(person.path("username"));
    return username.isEmpty() ? GraphValue.text(person.path("name")) : username;
  }
}
