package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** The methods {@code messages.*}: the community's private chats. */
@Component
class VkDialogs implements VkSection {

  static final String COUNTER = "message";

  private static final int TEXT_LIMIT = 9000;

  /** {@code random_id} is unique in a dialog over one hour and 100 messages (documentation). */
  private static final Duration RANDOM_ID_LIFE = Duration.ofHours(1);

  private static final int RANDOM_ID_REACH = 100;

  private final Entries entries;
  private final Counters counters;
  private final VkNotices notices;
  private final VkJson json;
  private final Clock clock;

  VkDialogs(Entries entries, Counters counters, VkNotices notices, VkJson json, Clock clock) {
    this.entries = entries;
    this.counters = counters;
    this.notices = notices;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Map<String, VkMethod> methods() {
    return Map.of(
        "messages.send",
            VkMethod.write(true, true, this::send, Fault.DELETED_PARENT, Fault.BLOCKED_BY_USER),
        "messages.getHistory", VkMethod.read(true, true, this::history),
        "messages.isMessagesFromGroupAllowed", VkMethod.read(true, true, this::allowed));
  }

  private JsonNode send(VkRequest request) {
    if (!request.has("random_id")) {
      throw VkError.parameter("random_id is a required parameter");
    }
    if (request.text("message").isBlank() && !request.has("attachment")) {
      throw VkError.parameter("message is empty or invalid");
    }
    if (request.text("message").length() > TEXT_LIMIT) {
      throw new VkError(914, "Message is too long");
    }
    if (!request.has("peer_ids")) {
      return LongNode.valueOf(
          deliver(request, request.number(request.has("peer_id") ? "peer_id" : "user_id"))
              .number());
    }
    ArrayNode outcomes = Json.array();
    for (String peer : request.text("peer_ids").split(",", -1)) {
      outcomes.add(outcome(request, peer.strip()));
    }
    return outcomes;
  }

  private ObjectNode outcome(VkRequest request, String peer) {
    if (!peer.matches("-?\\d{1,18}")) {
      throw VkError.parameter("peer_ids should be integers");
    }
    ObjectNode outcome = Json.object().put("peer_id", Long.parseLong(peer));
    try {
      Entry entry = deliver(request, Long.parseLong(peer));
      outcome.put("message_id", entry.number()).put("conversation_message_id", entry.place());
    } catch (VkError e) {
      outcome.put("message_id", 0);
      outcome.putObject("error").put("code", e.code()).put("description", e.getMessage());
    }
    return outcome;
  }

  private Entry deliver(VkRequest request, long peer) {
    String chat = String.valueOf(peer);
    if (!entries.hasWritten(Vk.PLATFORM, Kind.PRIVATE, chat)) {
      throw new VkError(901, "Can't send messages for users without permission");
    }
    long random = request.number("random_id");
    if (random != (int) random) {
      throw VkError.parameter("random_id should be int32");
    }
    String key = random == 0 ? null : String.valueOf(random);
    List<Entry> recent = entries.thread(Vk.PLATFORM, Kind.PRIVATE, chat, RANDOM_ID_REACH);
    return recent.stream()
        .filter(entry -> key != null && key.equals(entry.onceKey()))
        .filter(entry -> entry.at().isAfter(clock.instant().minus(RANDOM_ID_LIFE)))
        .findFirst()
        .orElseGet(() -> write(request, chat, key));
  }

  private Entry write(VkRequest request, String chat, String key) {
    String answered = answered(request, chat);
    long number = counters.next(Vk.PLATFORM, COUNTER, 1);
    Entry entry =
        entries.add(
            Vk.PLATFORM,
            new Entry(
                Vk.inDialog(Long.parseLong(chat), number),
                number,
                counters.next(Vk.PLATFORM, COUNTER + chat, 1),
                Kind.PRIVATE,
                chat,
                null,
                String.valueOf(Vk.OWNER),
                true,
                chat,
                request.text("message"),
                answered,
                clock.instant(),
                null,
                false,
                key,
                VkUploads.files(request.text("attachment"))));
    notices.privateMessage("message_reply", entry);
    return entry;
  }

  private String answered(VkRequest request, String chat) {
    if (!request.has("reply_to")) {
      return null;
    }
    return entries
        .find(Vk.PLATFORM, chat + "_" + request.number("reply_to"))
        .filter(entry -> !entry.deleted())
        .map(Entry::id)
        .orElseThrow(() -> VkError.parameter("reply_to is invalid"));
  }

  private JsonNode history(VkRequest request) {
    String chat = String.valueOf(request.number(request.has("peer_id") ? "peer_id" : "user_id"));
    List<Entry> all = new ArrayList<>();
    entries.thread(Vk.PLATFORM, Kind.PRIVATE, chat, Integer.MAX_VALUE).stream()
        .filter(entry -> !entry.deleted())
        .forEach(all::add);
    if (request.number("rev", 0) == 0) {
      Collections.reverse(all);
    }
    ObjectNode response = Json.object().put("count", all.size());
    ArrayNode items = response.putArray("items");
    all.stream()
        .skip(request.number("offset", 0))
        .limit(Math.min(200, request.number("count", 20)))
        .forEach(entry -> items.add(json.privateMessage(entry)));
    return response;
  }

  private JsonNode allowed(VkRequest request) {
    request.mustBe("group_id", Vk.GROUP);
    String user = String.valueOf(request.number("user_id"));
    boolean wrote = entries.hasWritten(Vk.PLATFORM, Kind.PRIVATE, user);
    return Json.object().put("is_allowed", wrote ? 1 : 0);
  }
}
