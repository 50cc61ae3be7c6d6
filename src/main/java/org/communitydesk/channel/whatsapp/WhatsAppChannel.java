package org.communitydesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
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
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Sender;
import org.communitydesk.channel.Template;
import org.communitydesk.channel.Templated;
import org.communitydesk.channel.graph.GraphApi;
import org.communitydesk.channel.graph.GraphHealth;
import org.communitydesk.channel.graph.GraphHook;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.FileAddress;
import org.springframework.stereotype.Component;

/** One WhatsApp number of a business account. */
final class WhatsAppChannel implements Templated, BanList {

  private static final String META =
      "(.+\\.)?(fbsbx\\.com|fbcdn\\.net|facebook\\.com|whatsapp\\.net)";
  private static final Duration SOON = Duration.ofSeconds(30);

  private final ChannelConfig channelConfig;
  private final String number;
  private final String business;
  private final GraphHook hook;
  private final WhatsAppEvents events;
  private final GraphApi api;
  private final WhatsAppCalls calls;

  @Component
  static final class Maker implements ChannelFactory {

    private final Clock clock;

    Maker(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Platform platform() {
      return Platform.WHATSAPP;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.WHATSAPP, name, settings, "https://graph.facebook.com");
      return new WhatsAppChannel(
          channelConfig,
          channelConfig.ownId(
              "[1-9]\\d{0,24}", "Set it to the id of the phone number, not to the number itself."),
          channelConfig.optional(
              "business-id",
              settings.businessId(),
              "[1-9]\\d{0,24}",
              "Set it to the id of the WhatsApp business account."),
          clock);
    }
  }

  private WhatsAppChannel(
      ChannelConfig channelConfig, String number, String business, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    WhatsAppHook reader = new WhatsAppHook(number, business);
    this.channelConfig = channelConfig;
    this.number = number;
    this.business = business;
    this.api = new GraphApi(channelConfig, WhatsAppFailures.TABLE, clock);
    this.hook = new GraphHook(settings.secret(), settings.verifyToken(), reader);
    this.events = new WhatsAppEvents(channelConfig.account(), reader);
    this.calls = new WhatsAppCalls(api, number);
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

  /** Templates belong to the business account. */
  @Override
  public Capabilities capabilities() {
    Capabilities all = Capabilities.of(Platform.WHATSAPP);
    return business == null ? all.without(Capability.TEMPLATE) : all;
  }

  @Override
  public String reply(Reply reply) {
    reply.needs().forEach(this::demand);
    return calls.send(reply);
  }

  @Override
  public List<Template> templates() {
    demand(Capability.TEMPLATE);
    return calls.templates(business);
  }

  /** There is no term: a block lasts until it is lifted. */
  @Override
  public void moderate(Act act) {
    demand(act.needs());
    if (act instanceof Act.Ban ban) {
      calls.block(ban.personId());
    } else if (act instanceof Act.Unban unban) {
      calls.unblock(unban.personId());
    }
  }

  /** Texts cannot be read; the status that carries our key is the proof, and comes by itself. */
  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return new ReadBack.CannotTell();
  }

  @Override
  public Part bans(String cursor) {
    return calls.blocked(cursor);
  }

  @Override
  public Health check() {
    return new GraphHealth(api)
        .check(number, "verified_name", business == null ? number : business);
  }

  @Override
  public List<Limit> limits() {
    return api.limits();
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    if (attachment.type() == Attachment.Type.OTHER) {
      throw new CallFailure.Refused("Вложение этого вида не скачивается");
    }
    JsonNode media = api.get(attachment.source(), Map.of("phone_number_id", number));
    if (media.path("file_size").asLong() > maxBytes) {
      throw new CallFailure.Refused("Файл больше " + maxBytes + " байт");
    }
    String link = media.path("url").asText("");
    String key = "Bearer " + channelConfig.settings().token().reveal();
    byte[] content =
        channelConfig
            .download()
            .fetch(
                FileAddress.answered(channelConfig.base(), link),
                maxBytes,
                Map.of("Authorization", key),
                META);
    if (!isWhole(content, media.path("sha256").asText(""))) {
      throw new CallFailure.Busy("Файл скачался с ошибкой", SOON);
    }
    return content;
  }

  /** Written in hexadecimal by the API and in Base64 by the webhook. */
  private static boolean isWhole(byte[] content, String stated) {
    byte[] sha256 = DigestUtils.sha256(content);
    return stated.isEmpty()
        || stated.equalsIgnoreCase(HexFormat.of().formatHex(sha256))
        || stated.equals(Base64.getEncoder().encodeToString(sha256));
  }
}
