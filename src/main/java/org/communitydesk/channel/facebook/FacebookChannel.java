package org.communitydesk.channel.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BanList;
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

/** One Facebook Page. */
final class FacebookChannel implements ProfileLookup, BanList {

  private final ChannelConfig channelConfig;
  private final String page;
  private final GraphHook hook;
  private final FacebookEvents events;
  private final GraphApi api;
  private final FacebookComments comments;
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
      return Platform.FACEBOOK;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.FACEBOOK, name, settings, "https://graph.facebook.com");
      channelConfig.ownId("[1-9]\\d{0,24}", "Set it to the number of the Page.");
      return new FacebookChannel(channelConfig, clock);
    }
  }

  private FacebookChannel(ChannelConfig channelConfig, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    this.channelConfig = channelConfig;
    this.page = settings.ownId().strip();
    this.events = new FacebookEvents(channelConfig.account(), page, clock);
    this.hook = new GraphHook(settings.secret(), settings.verifyToken(), events);
    this.api = new GraphApi(channelConfig, new GraphFailures(MessengerFailures.ALL), clock);
    this.comments = new FacebookComments(api, page);
    this.messenger =
        new Messenger(
            api, new Messenger.Side("messenger", page, page, true, settings.humanAgent()), clock);
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
    Capabilities all = Capabilities.of(Platform.FACEBOOK);
    return channelConfig.settings().humanAgent() ? all : all.withoutExtendedWindows();
  }

  @Override
  public Optional<String> link(Reply reply) {
    if (reply.kind() == Kind.PRIVATE) {
      return Optional.of("https://business.facebook.com/latest/inbox/all?asset_id=" + page);
    }
    String at = reply.replyTo() == null ? reply.threadId() : reply.replyTo();
    return at.matches("\\d+_\\d+")
        ? Optional.of("https://www.facebook.com/" + at)
        : Optional.empty();
  }

  @Override
  public String reply(Reply reply) {
    return reply.kind() == Kind.COMMENT ? comments.write(reply) : messenger.send(reply);
  }

  @Override
  public void moderate(Act act) {
    comments.moderate(act);
  }

  @Override
  public Part bans(String cursor) {
    return comments.blocked(cursor);
  }

  @Override
  public Health check() {
    return new GraphHealth(api).check(page, "name", page);
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
    return download.fetch(attachment.source(), maxBytes);
  }

  @Override
  public Map<String, Known> people(Collection<String> ids) {
    Map<String, Known> found = new HashMap<>();
    ids.forEach(id -> name(id).ifPresent(name -> found.put(id, Known.named(name))));
    return found;
  }

  private Optional<String> name(String id) {
    try {
      return Optional.of(GraphValue.text(named(id).path("name"))).filter(name -> !name.isEmpty());
    } catch (CallFailure.Refused unknown) {
      return Optional.empty();
    }
  }

  private JsonNode named(String id) {
    return id.startsWith(FacebookEvents.NAMELESS)
        ? api.get(id.substring(FacebookEvents.NAMELESS.length()), Map.of("fields", "from{name}"))
            .path("from")
        : api.get(id, Map.of("fields", "name"));
  }
}
