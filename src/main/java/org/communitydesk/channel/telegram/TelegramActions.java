package org.communitydesk.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;

/** What the bot does: it replies, deletes and bans. */
final class TelegramActions {

  // Limits of captions and photos: https://core.telegram.org/bots/api, 10.1, 2026-06.
  private static final int CAPTION = 1024;
  private static final int LARGEST_PHOTO = 10_000_000;
  private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png");

  private final PlatformApi api;
  private final TelegramBans bans;

  TelegramActions(PlatformApi api, TelegramBans bans) {
    this.api = api;
    this.bans = bans;
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
    OutgoingAttachment file = reply.enclosure();
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
    boolean photo = PHOTOS.contains(file.contentType()) && file.size() <= LARGEST_PHOTO;
    Content content =
        Content.multipart(
            texts(fields),
            photo ? "photo" : "document",
            file.fileName(),
            file.contentType(),
            file.size(),
            file.content());
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
    } else {
      bans.moderate(act);
    }
  }

  private static String chat(String id) {
    return id.replaceFirst("_.*", "");
  }

  private static String lastPart(String id) {
    return id.substring(id.lastIndexOf('_') + 1);
  }

  static long number(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new CallFailure.Refused("Адрес сообщения записан с ошибкой");
    }
  }
}
