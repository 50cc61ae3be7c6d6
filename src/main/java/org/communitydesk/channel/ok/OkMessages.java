package org.communitydesk.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.channel.ChannelConfig;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/** The group's private messages by the Graph API. */
final class OkMessages {

  private static final int PAGE = 100;
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(60);

  private final ChannelConfig channelConfig;
  private final Secret token;
  private final PlatformApi graph;
  private final OkEvents events;

  OkMessages(ChannelConfig channelConfig, OkEvents events) {
    this.channelConfig = channelConfig;
    this.token = channelConfig.settings().token();
    this.graph = channelConfig.api("/graph", new OkFailures());
    this.events = events;
  }

  String send(Reply reply) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("text", reply.text());
    if (reply.enclosure() != null) {
      message.put(
          "attachment",
          Map.of("type", "IMAGE", "payload", Map.of("token", upload(reply.enclosure()))));
    }
    boolean toPerson = reply.isPrivateAnswerToComment();
    String to = toPerson ? "user:" + reply.recipientId() : "chat:" + reply.threadId();
    Map<String, ?> whole =
        Map.of("recipient", Map.of(toPerson ? "user_id" : "chat_id", to), "message", message);
    String path = toPerson ? "me/messages" : "me/messages/" + Content.encode(to);
    URI address =
        URI.create(
            channelConfig.base()
                + "/graph/"
                + path
                + "?access_token="
                + Content.encode(token.reveal()));
    JsonNode answer = graph.send("me/messages", address, Content.json(whole));
    String id = OkEvents.bare(answer.path("message_id"));
    if (!id.isEmpty()) {
      return id;
    }
    if (answer.path("success").asBoolean()) {
      return reply.threadId() + "-" + reply.publicationId();
    }
    throw new CallFailure.Unsure("Одноклассники не подтвердили отправку сообщения");
  }

  private String upload(OutgoingAttachment picture) {
    JsonNode place =
        graph.get("me/fileUploadUrl", Map.of("access_token", token.reveal(), "type", "IMAGE"));
    JsonNode answer =
        graph.ask(
            "upload",
            uploadAddress(place.path("url").asText("")),
            Content.multipart(
                Map.of(),
                "file",
                picture.fileName(),
                picture.contentType(),
                picture.size(),
                picture.content()));
    String photo = answer.path("photos").findPath("token").asText("");
    if (photo.isEmpty()) {
      throw new CallFailure.Refused("Одноклассники не приняли картинку");
    }
    return photo;
  }

  private static URI uploadAddress(String url) {
    if (!url.matches("https?://[\\w.:-]+/[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*")) {
      throw new CallFailure.Refused("Одноклассники не дали места для картинки");
    }
    return URI.create(url);
  }

  /** Whose key it is, and whether messages are told to this account's hook. */
  Health check() {
    Map<String, String> key = Map.of("access_token", token.reveal());
    JsonNode info = graph.get("me/info", key);
    String hook =
        "/hooks/ok/"
            + channelConfig.account().name()
            + "/"
            + channelConfig.settings().secret().reveal();
    boolean subscribed = false;
    for (JsonNode one : graph.get("me/subscriptions", key).path("subscriptions")) {
      subscribed |= one.path("url").asText("").endsWith(hook);
    }
    boolean own = events.isOurs(info.path("group_id"));
    return new Health(
        Json.clean(info.path("name").asText("")),
        null,
        subscribed,
        own ? null : "Ключ token выдан другой группе");
  }

  ReadBack look(Reply reply, Instant since) {
    JsonNode messages =
        graph
            .get(
                "me/messages",
                Map.of(
                    "access_token",
                    token.reveal(),
                    "chat_id",
                    "chat:" + reply.threadId(),
                    "count",
                    String.valueOf(PAGE)))
            .path("messages");
    long from = since.minus(CLOCK_DIFFERENCE).toEpochMilli();
    List<String> ours = new ArrayList<>();
    boolean whole = messages.isArray() && messages.size() < PAGE;
    for (JsonNode one : messages) {
      boolean recent = one.path("timestamp").asLong() >= from;
      whole |= !recent;
      String text = one.path("message").path("text").asText("");
      if (recent
          && events.isOurs(one.path("sender").path("user_id"))
          && OkComments.plain(text).equals(OkComments.plain(reply.text()))) {
        ours.add(OkEvents.bare(one.path("message").path("mid")));
      }
    }
    if (ours.size() == 1) {
      return new ReadBack.Found(ours.get(0));
    }
    return ours.isEmpty() && whole ? new ReadBack.Absent() : new ReadBack.CannotTell();
  }
}
