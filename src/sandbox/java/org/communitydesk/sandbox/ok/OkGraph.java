package org.communitydesk.sandbox.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Picture;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** The Graph API of the group's messages. */
@Component
class OkGraph {

  private static final int TEXT_LIMIT = 4000;

  private final Entries entries;
  private final Counters counters;
  private final Values values;
  private final Pictures pictures;
  private final Hooks hooks;
  private final OkJson json;
  private final Clock clock;

  OkGraph(
      Entries entries,
      Counters counters,
      Values values,
      Pictures pictures,
      Hooks hooks,
      OkJson json,
      Clock clock) {
    this.entries = entries;
    this.counters = counters;
    this.values = values;
    this.pictures = pictures;
    this.hooks = hooks;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The call at an address.
   *
   * @param path what follows {@code /graph/}
   */
  Optional<OkMethod> method(String verb, String path) {
    String call = verb + " " + path.replaceFirst("/chat:.*", "");
    return Optional.ofNullable(
        switch (call) {
          case "GET me/info" -> OkMethod.read(request -> info());
          case "GET me/subscriptions" -> OkMethod.read(request -> subscriptions());
          case "GET me/fileUploadUrl" -> OkMethod.read(request -> uploadAddress());
          case "GET me/messages" -> OkMethod.read(request -> history(request, path));
          case "POST me/subscribe" -> OkMethod.write(request -> subscribe(true));
          case "POST me/unsubscribe" -> OkMethod.write(request -> subscribe(false));
          case "POST me/messages" ->
              OkMethod.write(this::write, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER);
          default -> null;
        });
  }

  private JsonNode info() {
    return Json.object().put("name", Ok.GROUP_NAME).put("group_id", Ok.GROUP_REF);
  }

  private JsonNode subscriptions() {
    ObjectNode response = Json.object();
    ArrayNode subscriptions = response.putArray("subscriptions");
    if (values.get(Ok.PLATFORM, OkSimulator.UNSUBSCRIBED).isEmpty()) {
      subscriptions
          .addObject()
          .put("time", clock.instant().toEpochMilli())
          .put("url", hooks.address(Ok.PLATFORM) + "/" + Ok.HOOK_KEY);
    }
    return response;
  }

  private JsonNode subscribe(boolean on) {
    if (on) {
      values.remove(Ok.PLATFORM, OkSimulator.UNSUBSCRIBED);
    } else {
      values.set(Ok.PLATFORM, OkSimulator.UNSUBSCRIBED, "yes");
    }
    return Json.object().put("success", true);
  }

  private JsonNode uploadAddress() {
    return Json.object()
        .put("url", hooks.home() + "/sandbox/ok/upload/do?sig=" + clock.millis())
        .put("file_id", "1519bf4");
  }

  /** What an upload gives back; its token stands for the picture. */
  JsonNode upload(Picture picture) {
    String id = pictures.keep(picture);
    ObjectNode response = Json.object();
    response.putObject("photos").putObject(id).put("token", id);
    return response;
  }

  private JsonNode write(OkRequest request) {
    JsonNode recipient = request.body().path("recipient");
    JsonNode message = request.body().path("message");
    String chat =
        recipient.has("chat_id")
            ? bare(recipient.path("chat_id").asText())
            : chatWith(bare(recipient.path("user_id").asText()));
    List<Entry> thread = entries.thread(Ok.PLATFORM, Kind.PRIVATE, chat, Integer.MAX_VALUE);
    if (thread.isEmpty()) {
      throw recipient.has("chat_id")
          ? OkError.notFound("chat")
          : new OkError(458, "PRIVACY_RESTRICTED : the user has not allowed messages");
    }
    String text = message.path("text").asText("");
    List<String> enclosed = picture(message.path("attachment"));
    if (text.length() > TEXT_LIMIT || (text.isBlank() && enclosed.isEmpty())) {
      throw OkError.parameter("message.text is empty or too long");
    }
    long number = counters.next(Ok.PLATFORM, OkSimulator.MESSAGE_COUNTER, 1);
    Entry entry =
        new Entry(
            Ok.message(chat, number),
            number,
            0,
            Kind.PRIVATE,
            chat,
            null,
            Ok.GROUP,
            true,
            thread.get(0).authorId(),
            text,
            null,
            clock.instant(),
            null,
            false,
            null,
            enclosed);
    entries.add(Ok.PLATFORM, entry);
    return Json.object()
        .put("success", true)
        .put("message_id", "mid:" + entry.id())
        .put("chat_id", "chat:" + chat);
  }

  private List<String> picture(JsonNode attachment) {
    if (attachment.isMissingNode()) {
      return List.of();
    }
    String token = attachment.path("payload").path("token").asText();
    if (!attachment.path("type").asText().equals("IMAGE") || pictures.find(token).isEmpty()) {
      throw OkError.parameter("message.attachment");
    }
    return List.of(token);
  }

  private JsonNode history(OkRequest request, String path) {
    String named = path.startsWith("me/messages/") ? path.substring("me/messages/".length()) : "";
    String chat = bare(named.isEmpty() ? request.required("chat_id") : named);
    long newest = request.number("from", Long.MAX_VALUE);
    long oldest = request.number("to", 0);
    ObjectNode response = Json.object();
    ArrayNode messages = response.putArray("messages");
    entries.thread(Ok.PLATFORM, Kind.PRIVATE, chat, Integer.MAX_VALUE).stream()
        .filter(entry -> !entry.deleted())
        .filter(entry -> entry.at().toEpochMilli() <= newest && entry.at().toEpochMilli() >= oldest)
        .sorted((a, b) -> Long.compare(b.number(), a.number()))
        .limit(Math.max(1, Math.min(100, request.number("count", 20))))
        .forEach(entry -> messages.add(json.message(entry)));
    return response;
  }

  private static String chatWith(String user) {
    if (!user.matches("[1-9]\\d{0,14}")) {
      throw OkError.parameter("recipient");
    }
    return Ok.chat(user);
  }

  private static String bare(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
