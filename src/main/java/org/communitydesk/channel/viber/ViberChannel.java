package org.communitydesk.channel.viber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelConfig;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Sender;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Download;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.springframework.stereotype.Component;

/** One Viber bot. */
final class ViberChannel implements Channel {

  private static final Set<String> RECEIPTS = Set.of("delivered", "seen", "failed");

  private final ChannelConfig channelConfig;
  private final ViberHook hook;
  private final ViberEvents events;
  private final PlatformApi api;
  private final Download download;

  @Component
  static final class Maker implements ChannelFactory {

    @Override
    public Platform platform() {
      return Platform.VIBER;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.VIBER, name, settings, "https://chatapi.viber.com");
      channelConfig.ownId(
          "(pa:)?\\d{1,30}", "Set it to the id that get_account_info answers, for example pa:75.");
      channelConfig.token("[\\w-]+", "Set it to the bot's token from the Viber Admin Panel.");
      channelConfig.text(
          "sender-name",
          settings.senderName(),
          ".{1,28}",
          "Set it to the name above messages, at most 28 characters.");
      return new ViberChannel(channelConfig);
    }
  }

  private ViberChannel(ChannelConfig channelConfig) {
    this.channelConfig = channelConfig;
    this.hook = new ViberHook(channelConfig.settings().token());
    this.events = new ViberEvents(channelConfig.account());
    this.api =
        channelConfig
            .api("/pa", new ViberFailures())
            .with(() -> Map.of("X-Viber-Auth-Token", channelConfig.settings().token().reveal()));
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
  public String reply(Reply reply) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("receiver", reply.threadId());
    fields.put("min_api_version", 1);
    fields.put("sender", Map.of("name", channelConfig.settings().senderName().strip()));
    fields.put("tracking_data", reply.publicationId().toString());
    fields.put("type", "text");
    fields.put("text", reply.text());
    String token = api.send("send_message", Content.json(fields)).path("message_token").asText("");
    if (!ViberHook.isToken(token)) {
      throw new CallFailure.Unsure("Viber не назвал номер отправленного сообщения");
    }
    return token;
  }

  /** There is no history; a receipt is the only proof, and it comes by itself. */
  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return new ReadBack.CannotTell();
  }

  @Override
  public Health check() {
    JsonNode bot = api.ask("get_account_info", Content.json(Map.of()));
    boolean hooked = !bot.path("webhook").asText("").isBlank();
    return new Health(Json.clean(bot.path("name").asText("")), null, hooked, note(bot, hooked));
  }

  private String note(JsonNode bot, boolean hooked) {
    if (!number(bot.path("id").asText(""))
        .equals(number(channelConfig.settings().ownId().strip()))) {
      return "Ключ принадлежит другому боту";
    }
    Set<String> told =
        StreamSupport.stream(bot.path("event_types").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    return hooked && !told.containsAll(RECEIPTS) ? "Вебхук не сообщает о доставке" : null;
  }

  private static String number(String id) {
    return id.replaceFirst("^pa:", "");
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    return download.fetch(attachment.source(), maxBytes);
  }
}
