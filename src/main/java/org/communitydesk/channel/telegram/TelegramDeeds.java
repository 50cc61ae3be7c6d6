package org.communitydesk.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Enclosure;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Kind;
import org.communitydesk.wire.CallFailure;
import org.communitydesk.wire.Content;
import org.communitydesk.wire.Json;
import org.communitydesk.wire.PlatformApi;

/** What the bot does: it replies, deletes and bans. */
final class TelegramDeeds {

  // Limits of captions, photos and bans: https://core.telegram.org/bots/api, 10.1, 2026-06.
  private static final int CAPTION = 1024;
  private static final int LARGEST_PHOTO = 10_000_000;
  private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png");
  // A shorter or longer ban would be for ever; a minute is left for the way and the clocks.
  private static final Duration SHORTEST_BAN = Duration.ofSeconds(90);
  private static final Duration LONGEST_BAN = Duration.ofDays(366).minusMinutes(1);

  private final String discussion;
  private final PlatformApi api;
  private final Clock clock;

  TelegramDeeds(String discussion, PlatformApi api, Clock clock) {
    this.discussion = discussion;
    this.api = api;
    this.clock = clock;
  }

  String reply(Reply reply) {
    boolean inGroup = reply.kind() == Kind.COMMENT;
    String chat = reply.isPrivateAnswerToComment() ? reply.recipientId() : chat(reply.threadId());
    if (!inGroup && chat.startsWith("-")) {
      throw new CallFailure.Refused("Каналу нельзя написать лично: ответьте в комментариях");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("chat_id", number(chat));
    if (inGroup && reply.replyTo() != null) {
      if (!reply.threadId().equals(reply.replyTo())) {
        fields.put("message_thread_id", number(lastPart(reply.threadId())));
      }
      fields.put(
          "reply_parameters",
          Map.of(
              "message_id",
              number(lastPart(reply.replyTo())),
              "allow_sending_without_reply",
              false));
    }
    long id =
        send(reply, fields, inGroup ? TelegramFailures.IN_GROUP : TelegramFailures.IN_PRIVATE);
    if (id <= 0) {
      throw new CallFailure.Unsure("Telegram не назвал номер отправленного сообщения");
    }
    return chat + "_" + id;
  }

  private long send(Reply reply, Map<String, Object> fields, TelegramFailures table) {
    Enclosure file = reply.enclosure();
    if (file == null) {
      fields.put("text", reply.text());
      return id("sendMessage", Content.json(fields), table);
    }
    // A text of its own would be a second message, which a crash could part from the first.
    if (reply.text().length() > CAPTION) {
      throw new CallFailure.Refused(
          "С картинкой или файлом Telegram берёт не больше 1024 знаков:"
              + " сократите ответ или отправьте его без файла");
    }
    fields.put("caption", reply.text());
    boolean photo = PHOTOS.contains(file.contentType()) && file.bytes().length <= LARGEST_PHOTO;
    Content content =
        Content.multipart(
            texts(fields),
            photo ? "photo" : "document",
            file.fileName(),
            file.contentType(),
            file.bytes());
    return id(photo ? "sendPhoto" : "sendDocument", content, table);
  }

  private long id(String method, Content content, TelegramFailures table) {
    return api.send(method, content, table).path("result").path("message_id").asLong();
  }

  /** A form carries objects as JSON. */
  private static Map<String, String> texts(Map<String, Object> fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof String text
                    ? text
                    : new String(Json.write(value), StandardCharsets.UTF_8)));
    return texts;
  }

  void moderate(Act act) {
    if (act instanceof Act.Delete delete) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("chat_id", number(chat(delete.externalId())));
      fields.put("message_id", number(lastPart(delete.externalId())));
      api.send("deleteMessage", Content.json(fields), TelegramFailures.DELETING);
    } else if (act instanceof Act.Ban ban) {
      ban(ban);
    } else if (act instanceof Act.Unban unban) {
      Map<String, Object> fields = whom(unban.personId());
      if (isChannel(unban.personId())) {
        change("unbanChatSenderChat", fields);
      } else {
        fields.put("only_if_banned", true);
        change("unbanChatMember", fields);
      }
    }
  }

  /** A channel is shut out for ever: Telegram knows no term for it. */
  private void ban(Act.Ban ban) {
    Map<String, Object> fields = whom(ban.personId());
    if (ban.until() != null) {
      Instant now = clock.instant();
      if (!ban.until().isAfter(now)) {
        throw new CallFailure.Refused("Срок блокировки уже прошёл");
      }
      if (!isChannel(ban.personId())) {
        fields.put("until_date", within(ban.until(), now).getEpochSecond());
      }
    }
    change(isChannel(ban.personId()) ? "banChatSenderChat" : "banChatMember", fields);
  }

  private static Instant within(Instant until, Instant now) {
    Instant earliest = now.plus(SHORTEST_BAN);
    Instant latest = now.plus(LONGEST_BAN);
    return until.isBefore(earliest) ? earliest : until.isAfter(latest) ? latest : until;
  }

  private void change(String method, Map<String, Object> fields) {
    api.send(method, Content.json(fields), TelegramFailures.IN_GROUP);
  }

  private Map<String, Object> whom(String person) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("chat_id", number(discussion));
    fields.put(isChannel(person) ? "sender_chat_id" : "user_id", number(person));
    return fields;
  }

  private static boolean isChannel(String person) {
    return person.startsWith("-");
  }

  private static String chat(String id) {
    return id.replaceFirst("_.*", "");
  }

  private static String lastPart(String id) {
    return id.substring(id.lastIndexOf('_') + 1);
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new CallFailure.Refused("Адрес сообщения записан с ошибкой");
    }
  }
}
