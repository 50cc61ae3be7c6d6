package org.communitydesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.ChannelConfig;
import org.communitydesk.channel.ChannelFactory;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.Polled;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Sender;
import org.communitydesk.channel.StaffLookup;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Download;
import org.communitydesk.http.FileAddress;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.springframework.stereotype.Component;

/** One Telegram bot with its channel's discussion group. */
final class TelegramChannel implements Polled, BanList, StaffLookup {

  private final ChannelConfig channelConfig;
  private final TelegramHook hook;
  private final TelegramEvents events;
  private final TelegramActions deeds;
  private final TelegramBans bans;
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
      return Platform.TELEGRAM;
    }

    @Override
    public Channel make(String name, ChannelSettings settings) {
      ChannelConfig channelConfig =
          new ChannelConfig(Platform.TELEGRAM, name, settings, "https://api.telegram.org");
      channelConfig.ownId(
          "[1-9]\\d{0,17}",
          "Set it to the number of the bot, the part of its token before the colon.");
      channelConfig.token("[\\w:-]+", "Set it to the token that @BotFather gave.");
      channelConfig.text(
          "discussion-id",
          settings.discussionId(),
          "-[1-9]\\d{0,17}",
          "Set it to the number of the channel's discussion group, with its minus.");
      channelConfig.optional(
          "channel-id",
          settings.channelId(),
          "-[1-9]\\d{0,17}",
          "Set it to the number of the channel, with its minus, or leave it out.");
      if (!channelConfig.isAsked()) {
        channelConfig.secret(
            "secret",
            settings.secret(),
            "[\\w-]{1,256}",
            "Set it to the secret_token of setWebhook (letters, digits, _ and -),"
                + " or set polling to true.");
      }
      return new TelegramChannel(channelConfig, clock);
    }
  }

  private TelegramChannel(ChannelConfig channelConfig, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    String discussion = settings.discussionId().strip();
    this.channelConfig = channelConfig;
    this.api = channelConfig.api(() -> "/" + bot(), TelegramFailures.IN_PRIVATE);
    this.hook = new TelegramHook(settings.secret(), api);
    this.events =
        new TelegramEvents(
            channelConfig.account(), settings.ownId().strip(), discussion, settings.channelId());
    this.bans = new TelegramBans(discussion, api, clock);
    this.deeds = new TelegramActions(api, bans);
    this.download = channelConfig.download();
  }

  private String bot() {
    return "bot" + channelConfig.settings().token().reveal();
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
  public Optional<String> link(Reply reply) {
    return Optional.ofNullable(reply.replyTo())
        .filter(message -> message.matches("-100\\d+_\\d+"))
        .map(message -> "https://t.me/c/" + message.substring(4).replace('_', '/'));
  }

  @Override
  public String reply(Reply reply) {
    return deeds.reply(reply);
  }

  @Override
  public void moderate(Act act) {
    deeds.moderate(act);
  }

  /** A channel is banned without a term. */
  @Override
  public boolean endsBanOf(String personId) {
    return !TelegramBans.isChannel(personId);
  }

  @Override
  public boolean isStaff(String personId) {
    return bans.isStaff(personId);
  }

  @Override
  public Optional<StandingBan> ban(String personId) {
    return bans.one(personId);
  }

  /** A bot can read neither its own messages nor a group's: only a person can look. */
  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    return new ReadBack.CannotTell();
  }

  @Override
  public Health check() {
    JsonNode bot = api.ask("getMe", Content.none()).path("result");
    JsonNode hook = api.ask("getWebhookInfo", Content.none()).path("result");
    boolean hooked = !hook.path("url").asText("").isEmpty();
    return new Health(
        Json.clean(bot.path("username").asText("")),
        null,
        isAsked() ? null : hooked,
        note(hook, hooked));
  }

  private String note(JsonNode hook, boolean hooked) {
    List<String> notes = new ArrayList<>();
    if (isAsked() && hooked) {
      notes.add("Опрос не работает, пока установлен вебхук");
    }
    int waiting = hook.path("pending_update_count").asInt();
    if (waiting > 0) {
      notes.add("Ждут доставки событий: " + waiting);
    }
    String failure = Json.clean(hook.path("last_error_message").asText(""));
    if (!failure.isEmpty()) {
      Instant at = Instant.ofEpochSecond(hook.path("last_error_date").asLong());
      notes.add("Последняя ошибка доставки, " + at + ": " + failure);
    }
    return notes.isEmpty() ? null : String.join(". ", notes);
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    JsonNode file =
        api.ask("getFile", Content.json(Map.of("file_id", attachment.source()))).path("result");
    if (file.path("file_size").asLong() > maxBytes) {
      throw new CallFailure.Refused("Файл больше " + maxBytes + " байт");
    }
    return download.fetch(address(file.path("file_path").asText("")), maxBytes, Map.of());
  }

  private FileAddress address(String path) {
    try {
      String encoded = new URI(null, null, "/" + path, null).toASCIIString();
      return FileAddress.made(channelConfig.base(), "/file/" + bot() + encoded);
    } catch (URISyntaxException e) {
      throw new CallFailure.Refused("Файла больше нет");
    }
  }

  @Override
  public boolean isAsked() {
    return channelConfig.isAsked();
  }

  /** https://core.telegram.org/bots/api#getting-updates, 2026-11. */
  @Override
  public Duration keeps() {
    return Duration.ofHours(24);
  }

  @Override
  public Poll poll(String cursor) {
    return hook.poll(cursor);
  }
}
