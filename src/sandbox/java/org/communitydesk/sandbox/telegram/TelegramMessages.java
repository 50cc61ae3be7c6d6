package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Picture;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Posts;
import org.springframework.stereotype.Component;

/** What the bot says and deletes. There is no idempotency key, and the bot never hears itself. */
@Component
class TelegramMessages implements TelegramSection {

  static final String GROUP_COUNTER = "group";
  static final String PRIVATE_COUNTER = "private";

  /** 1 is the default post. */
  static final long FIRST_IN_GROUP = 2;

  private static final int TEXT_LIMIT = 4096;
  private static final int CAPTION_LIMIT = 1024;
  private static final Duration DELETABLE = Duration.ofDays(2);

  private final Entries entries;
  private final Posts posts;
  private final Pictures pictures;
  private final Counters counters;
  private final TelegramJson json;
  private final Clock clock;

  TelegramMessages(
      Entries entries,
      Posts posts,
      Pictures pictures,
      Counters counters,
      TelegramJson json,
      Clock clock) {
    this.entries = entries;
    this.posts = posts;
    this.pictures = pictures;
    this.counters = counters;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Map<String, TelegramMethod> methods() {
    return Map.of(
        "sendMessage",
            TelegramMethod.write(this::sendMessage, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER),
        "sendPhoto",
            TelegramMethod.write(this::sendPhoto, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER),
        "sendDocument",
            TelegramMethod.write(this::sendDocument, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER),
        "deleteMessage", TelegramMethod.write(this::delete, Fault.DELETED_PARENT),
        "getFile", TelegramMethod.read(this::file));
  }

  private JsonNode sendMessage(TelegramRequest request) {
    String text = request.text("text");
    if (text.isBlank()) {
      throw TelegramError.bad("message text is empty");
    }
    if (text.codePointCount(0, text.length()) > TEXT_LIMIT) {
      throw TelegramError.bad("message is too long");
    }
    return send(request, text, List.of());
  }

  private JsonNode sendPhoto(TelegramRequest request) {
    Picture upload = request.upload();
    if (upload != null && !String.valueOf(upload.contentType()).startsWith("image/")) {
      throw TelegramError.bad("IMAGE_PROCESS_FAILED");
    }
    return send(request, caption(request), List.of(file(request, "photo")));
  }

  private JsonNode sendDocument(TelegramRequest request) {
    return send(request, caption(request), List.of(file(request, "document")));
  }

  private static String caption(TelegramRequest request) {
    String caption = request.text("caption");
    if (caption.codePointCount(0, caption.length()) > CAPTION_LIMIT) {
      throw TelegramError.bad("message caption is too long");
    }
    return caption;
  }

  private String file(TelegramRequest request, String field) {
    if (request.upload() != null) {
      return pictures.keep(request.upload());
    }
    String file = request.text(field);
    if (file.matches("https?://\\S+")) {
      return pictures.keep(file);
    }
    return TelegramJson.picture(file)
        .orElseThrow(() -> TelegramError.bad("there is no " + field + " in the request"));
  }

  private JsonNode send(TelegramRequest request, String text, List<String> attached) {
    long chat = chat(request);
    boolean comment = chat == Telegram.GROUP;
    Entry answered = answered(request, chat).orElse(null);
    long number =
        comment
            ? counters.next(Telegram.PLATFORM, GROUP_COUNTER, FIRST_IN_GROUP)
            : counters.next(Telegram.PLATFORM, PRIVATE_COUNTER, 1);
    Entry entry =
        new Entry(
            Telegram.id(chat, number),
            number,
            0,
            comment ? Kind.COMMENT : Kind.PRIVATE,
            comment ? thread(request, answered) : String.valueOf(chat),
            null,
            String.valueOf(Telegram.BOT),
            true,
            comment ? null : String.valueOf(chat),
            text,
            answered == null ? null : answered.id(),
            clock.instant(),
            null,
            false,
            null,
            attached);
    return json.message(entries.add(Telegram.PLATFORM, entry));
  }

  /** A private chat exists only after the user has written to the bot. */
  private long chat(TelegramRequest request) {
    long chat = request.number("chat_id");
    if (chat != Telegram.GROUP
        && !entries.hasWritten(Telegram.PLATFORM, Kind.PRIVATE, String.valueOf(chat))) {
      throw TelegramError.bad("chat not found");
    }
    return chat;
  }

  /** Empty also for an answer to the post itself. */
  private Optional<Entry> answered(TelegramRequest request, long chat) {
    long number =
        request.number("reply_parameters", "message_id", request.number("reply_to_message_id", 0));
    String id = Telegram.id(chat, number);
    Optional<Entry> answered =
        entries.find(Telegram.PLATFORM, id).filter(entry -> !entry.deleted());
    boolean known = answered.isPresent() || posts.find(Telegram.PLATFORM, id).isPresent();
    boolean optional =
        request.flag("reply_parameters", "allow_sending_without_reply")
            || request.flag("allow_sending_without_reply");
    if (number != 0 && !known && !optional) {
      throw TelegramError.bad("message to be replied not found");
    }
    return answered;
  }

  /** Null when it stands in the group under no post. */
  private String thread(TelegramRequest request, Entry answered) {
    long answeredPost = request.number("reply_parameters", "message_id", 0);
    String thread =
        request.has("message_thread_id")
            ? Telegram.id(Telegram.GROUP, request.number("message_thread_id"))
            : answered != null
                ? answered.threadId()
                : answeredPost == 0 ? null : Telegram.id(Telegram.GROUP, answeredPost);
    if (thread != null && posts.find(Telegram.PLATFORM, thread).isEmpty()) {
      throw TelegramError.bad("message thread not found");
    }
    return thread;
  }

  /** In a private chat only messages younger than 48 hours can be deleted (documentation). */
  private JsonNode delete(TelegramRequest request) {
    long chat = request.number("chat_id");
    Entry entry =
        entries
            .find(Telegram.PLATFORM, Telegram.id(chat, request.number("message_id")))
            .filter(found -> !found.deleted())
            .orElseThrow(() -> TelegramError.bad("message to delete not found"));
    if (entry.kind() == Kind.PRIVATE && entry.at().isBefore(clock.instant().minus(DELETABLE))) {
      throw TelegramError.bad("message can't be deleted");
    }
    entries.mark(Telegram.PLATFORM, entry.id(), true);
    return BooleanNode.TRUE;
  }

  private JsonNode file(TelegramRequest request) {
    String picture =
        TelegramJson.picture(request.text("file_id"))
            .orElseThrow(() -> TelegramError.bad("invalid file_id"));
    return Json.object()
        .put("file_id", request.text("file_id"))
        .put("file_unique_id", "AQAD" + picture.substring(0, 11))
        .put("file_path", "photos/" + picture + ".jpg");
  }
}
