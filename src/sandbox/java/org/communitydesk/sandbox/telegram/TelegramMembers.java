package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.People;
import org.springframework.stereotype.Component;

/** The bot itself, the group and its members. */
@Component
class TelegramMembers implements TelegramSection {

  /** A shorter or longer term means for ever (documentation). */
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofDays(366);

  /** Marks a ban that only keeps the user from writing. */
  private static final String MUTE = "restrictChatMember";

  private final Bans bans;
  private final Entries entries;
  private final People people;
  private final TelegramJson json;
  private final TelegramNotices notices;
  private final Clock clock;

  TelegramMembers(
      Bans bans,
      Entries entries,
      People people,
      TelegramJson json,
      TelegramNotices notices,
      Clock clock) {
    this.bans = bans;
    this.entries = entries;
    this.people = people;
    this.json = json;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public Map<String, TelegramMethod> methods() {
    return Map.of(
        "getMe", TelegramMethod.read(this::me),
        "getChat", TelegramMethod.read(this::chat),
        "getChatMember", TelegramMethod.read(this::member),
        "banChatMember", TelegramMethod.write(this::ban),
        "restrictChatMember", TelegramMethod.write(this::restrict),
        "unbanChatMember", TelegramMethod.write(this::unban),
        "banChatSenderChat", TelegramMethod.write(this::banChannel),
        "unbanChatSenderChat", TelegramMethod.write(this::unbanChannel));
  }

  private JsonNode me(TelegramRequest request) {
    return json.bot().put("can_join_groups", true).put("can_read_all_group_messages", false);
  }

  private JsonNode chat(TelegramRequest request) {
    long chat = request.number("chat_id");
    if (chat == Telegram.GROUP) {
      return json.chat(chat, "supergroup", Telegram.TITLE + ": обсуждение")
          .put("linked_chat_id", Telegram.CHANNEL);
    }
    if (chat == Telegram.CHANNEL) {
      return json.chat(chat, "channel", Telegram.TITLE).put("linked_chat_id", Telegram.GROUP);
    }
    if (people.find(Telegram.PLATFORM, String.valueOf(chat)).isEmpty()) {
      throw TelegramError.bad("chat not found");
    }
    return json.privateChat(String.valueOf(chat));
  }

  private JsonNode member(TelegramRequest request) {
    String user = userInGroup(request);
    if (user.equals(String.valueOf(Telegram.BOT))) {
      ObjectNode bot = notices.member("administrator", null);
      bot.set("user", json.bot());
      return bot.put("can_delete_messages", true).put("can_restrict_members", true);
    }
    if (user.equals(String.valueOf(Telegram.ADMIN))) {
      return notices.member("administrator", user);
    }
    Optional<Ban> ban = bans.find(Telegram.PLATFORM, user);
    boolean wrote = entries.hasWritten(Telegram.PLATFORM, Kind.COMMENT, user);
    String free = wrote ? "member" : "left";
    ObjectNode member = notices.member(ban.map(TelegramMembers::status).orElse(free), user);
    ban.ifPresent(found -> member.put("until_date", seconds(found.until())));
    if (ban.filter(TelegramMembers::isMute).isPresent()) {
      member.put("is_member", wrote).put("can_send_messages", false);
    }
    return member;
  }

  private JsonNode ban(TelegramRequest request) {
    leave(new Ban(somebody(request), until(request), clock.instant(), 0, ""));
    return BooleanNode.TRUE;
  }

  /** In a supergroup a ban always deletes all that the user has written (specification). */
  void leave(Ban ban) {
    bans.set(Telegram.PLATFORM, ban);
    entries.deleteAllBy(Telegram.PLATFORM, Kind.COMMENT, ban.userId());
    notices.member(ban.userId(), "member", "kicked", seconds(ban.until()));
  }

  /** The member stays, and so does what he wrote; with all permissions he is free again. */
  private JsonNode restrict(TelegramRequest request) {
    String user = somebody(request);
    if (request.flag("permissions", "can_send_messages")) {
      bans.find(Telegram.PLATFORM, user)
          .filter(TelegramMembers::isMute)
          .ifPresent(ban -> bans.lift(Telegram.PLATFORM, user));
      notices.member(user, "restricted", "member", 0);
    } else {
      Ban mute = new Ban(user, until(request), clock.instant(), 0, MUTE);
      bans.set(Telegram.PLATFORM, mute);
      notices.member(user, "member", "restricted", seconds(mute.until()));
    }
    return BooleanNode.TRUE;
  }

  private String somebody(TelegramRequest request) {
    String user = userInGroup(request);
    if (user.equals(String.valueOf(Telegram.BOT))) {
      throw TelegramError.bad("can't restrict self");
    }
    if (people.find(Telegram.PLATFORM, user).isEmpty()) {
      throw TelegramError.bad("PARTICIPANT_ID_INVALID");
    }
    if (user.equals(String.valueOf(Telegram.ADMIN))) {
      throw TelegramError.bad("user is an administrator of the chat");
    }
    return user;
  }

  private Instant until(TelegramRequest request) {
    Instant now = clock.instant();
    Instant asked = Instant.ofEpochSecond(request.number("until_date", 0));
    boolean timed = asked.isAfter(now.plus(SHORTEST)) && asked.isBefore(now.plus(LONGEST));
    return timed ? asked : null;
  }

  private static boolean isMute(Ban ban) {
    return ban.comment().equals(MUTE);
  }

  private static String status(Ban ban) {
    return isMute(ban) ? "restricted" : "kicked";
  }

  private JsonNode unban(TelegramRequest request) {
    String user = userInGroup(request);
    boolean banned = bans.find(Telegram.PLATFORM, user).filter(ban -> !isMute(ban)).isPresent();
    if (banned && bans.lift(Telegram.PLATFORM, user)) {
      notices.member(user, "kicked", "left", 0);
    }
    return BooleanNode.TRUE;
  }

  /** A channel is banned for ever, and what it wrote stays (specification). */
  private JsonNode banChannel(TelegramRequest request) {
    bans.set(Telegram.PLATFORM, new Ban(channelInGroup(request), null, clock.instant(), 0, ""));
    return BooleanNode.TRUE;
  }

  private JsonNode unbanChannel(TelegramRequest request) {
    bans.lift(Telegram.PLATFORM, channelInGroup(request));
    return BooleanNode.TRUE;
  }

  private static String channelInGroup(TelegramRequest request) {
    if (request.number("chat_id") != Telegram.GROUP) {
      throw TelegramError.bad("chat not found");
    }
    long channel = request.number("sender_chat_id");
    if (channel >= 0 || channel == Telegram.GROUP || channel == Telegram.CHANNEL) {
      throw TelegramError.bad("PARTICIPANT_ID_INVALID");
    }
    return String.valueOf(channel);
  }

  private static String userInGroup(TelegramRequest request) {
    if (request.number("chat_id") != Telegram.GROUP) {
      throw TelegramError.bad("chat not found");
    }
    return String.valueOf(request.number("user_id"));
  }

  private static long seconds(Instant until) {
    return until == null ? 0 : until.getEpochSecond();
  }
}
