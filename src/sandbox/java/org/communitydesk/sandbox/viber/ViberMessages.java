package org.communitydesk.sandbox.viber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Pictures;
import org.communitydesk.sandbox.world.Reach;
import org.communitydesk.sandbox.world.Reaches;
import org.springframework.stereotype.Component;

/** What the bot sends. There is no key against repetition; tracking data only come back. */
@Component
class ViberMessages {

  private static final int NAME_LIMIT = 28;
  private static final int TRACKING_LIMIT = 4000;
  private static final int TEXT_LIMIT = 7000;
  private static final int CAPTION_LIMIT = 768;

  // To a person who does not answer: https://developers.viber.com/docs/api/rest-bot-api, 2026-11.
  private static final int UNANSWERED_LIMIT = 100;
  private static final Duration UNANSWERED_TIME = Duration.ofHours(1);

  private final Entries entries;
  private final People people;
  private final Pictures pictures;
  private final Counters counters;
  private final Reaches reaches;
  private final ViberNotices notices;
  private final Clock clock;

  ViberMessages(
      Entries entries,
      People people,
      Pictures pictures,
      Counters counters,
      Reaches reaches,
      ViberNotices notices,
      Clock clock) {
    this.entries = entries;
    this.people = people;
    this.pictures = pictures;
    this.counters = counters;
    this.reaches = reaches;
    this.notices = notices;
    this.clock = clock;
  }

  ObjectNode send(JsonNode request) {
    String receiver = required(request, "receiver");
    String sender = request.path("sender").path("name").asText("");
    String tracking = request.path("tracking_data").asText("");
    if (sender.isBlank() || sender.length() > NAME_LIMIT) {
      throw ViberError.badData("sender.name must have 1 to " + NAME_LIMIT + " characters");
    }
    if (tracking.length() > TRACKING_LIMIT) {
      throw ViberError.badData("tracking_data is longer than " + TRACKING_LIMIT + " characters");
    }
    String text = text(request);
    List<String> attached = picture(request).stream().toList();
    admit(receiver);
    long token = counters.next(Viber.PLATFORM, Viber.TOKEN_COUNTER, Viber.FIRST_TOKEN);
    entries.add(
        Viber.PLATFORM,
        new Entry(
            String.valueOf(token),
            token,
            0,
            Kind.PRIVATE,
            receiver,
            null,
            Viber.BOT,
            true,
            receiver,
            text,
            null,
            clock.instant(),
            null,
            false,
            tracking.isEmpty() ? null : tracking,
            attached));
    notices.receipts(token, receiver);
    return Json.object()
        .put("message_token", token)
        .put("chat_hostname", Viber.CHAT_HOST)
        .put("billing_status", 1);
  }

  private static String text(JsonNode request) {
    return switch (required(request, "type")) {
      case "text" -> limited(required(request, "text"), TEXT_LIMIT);
      case "picture" -> limited(request.path("text").asText(""), CAPTION_LIMIT);
      default -> throw ViberError.badData("the type is not simulated");
    };
  }

  private static String limited(String text, int limit) {
    if (text.length() > limit) {
      throw ViberError.badData("text is longer than " + limit + " characters");
    }
    return text;
  }

  private Optional<String> picture(JsonNode request) {
    if (!request.path("type").asText().equals("picture")) {
      return Optional.empty();
    }
    String address = required(request, "media");
    if (!address.matches("https?://\\S+")) {
      throw ViberError.badData("media must be a public address");
    }
    return Optional.of(pictures.keep(address));
  }

  private void admit(String receiver) {
    if (people.find(Viber.PLATFORM, receiver).isEmpty()) {
      throw new ViberError(5, "receiverNotRegistered");
    }
    if (reaches.of(Viber.PLATFORM, receiver) == Reach.LEFT) {
      throw new ViberError(6, "receiverNotSubscribed");
    }
    List<Entry> newest = entries.thread(Viber.PLATFORM, Kind.PRIVATE, receiver, UNANSWERED_LIMIT);
    if (newest.size() == UNANSWERED_LIMIT
        && newest.stream().allMatch(Entry::byBrand)
        && newest.get(0).at().isAfter(clock.instant().minus(UNANSWERED_TIME))) {
      throw new ViberError(12, "tooManyRequests");
    }
  }

  private static String required(JsonNode request, String name) {
    String value = request.path(name).asText("");
    if (value.isBlank()) {
      throw ViberError.missing(name);
    }
    return value;
  }
}
