package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Pictures;
import org.springframework.stereotype.Component;

/** The calls of {@code /2/dm_conversations}. */
@Component
class XDialogs implements XSection {

  private static final int TEXT_LIMIT = 10_000;

  private final Entries entries;
  private final People people;
  private final Counters counters;
  private final Pictures pictures;
  private final XNotices notices;
  private final XJson json;
  private final Clock clock;

  XDialogs(
      Entries entries,
      People people,
      Counters counters,
      Pictures pictures,
      XNotices notices,
      XJson json,
      Clock clock) {
    this.entries = entries;
    this.people = people;
    this.counters = counters;
    this.pictures = pictures;
    this.notices = notices;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public List<XMethod> methods() {
    return List.of(
        XMethod.write(
            "POST",
            "dm_conversations/with/(\\d+)/messages",
            this::write,
            Fault.DELETED_PARENT,
            Fault.BLOCKED_BY_USER),
        XMethod.read("dm_conversations/with/(\\d+)/dm_events", this::history));
  }

  private Answer write(XRequest request) {
    String user = request.argument();
    if (people.find(X.PLATFORM, user).isEmpty()) {
      throw new XError(
          403, "client-forbidden", "You do not have permission to DM one or more participants.");
    }
    String text = request.body().path("text").asText("");
    List<String> media = new ArrayList<>();
    request.body().path("attachments").forEach(one -> media.add(one.path("media_id").asText()));
    if (media.size() > 1 || media.stream().anyMatch(id -> pictures.find(id).isEmpty())) {
      throw XError.invalid("The media id is invalid.");
    }
    if (text.length() > TEXT_LIMIT || (text.isBlank() && media.isEmpty())) {
      throw XError.invalid("The text is too long or missing.");
    }
    long number = counters.next(X.PLATFORM, X.COUNTER, 2);
    Entry entry =
        entries.add(
            X.PLATFORM,
            new Entry(
                X.id(number),
                number,
                0,
                Kind.PRIVATE,
                user,
                null,
                X.USER,
                true,
                user,
                text,
                null,
                clock.instant(),
                null,
                false,
                null,
                media));
    notices.privateMessage(entry);
    ObjectNode body = Json.object();
    body.putObject("data")
        .put("dm_conversation_id", X.conversation(user))
        .put("dm_event_id", entry.id());
    return new Answer(201, body);
  }

  private Answer history(XRequest request) {
    List<Entry> found =
        entries.thread(X.PLATFORM, Kind.PRIVATE, request.argument(), Integer.MAX_VALUE);
    List<Entry> page =
        found.stream()
            .sorted((a, b) -> Long.compare(b.number(), a.number()))
            .limit(Math.max(1, Math.min(100, request.number("max_results", 100))))
            .toList();
    ObjectNode body = Json.object();
    if (!page.isEmpty()) {
      ArrayNode data = body.putArray("data");
      page.forEach(entry -> data.add(json.dmEvent(entry)));
    }
    ObjectNode meta = body.putObject("meta").put("result_count", page.size());
    if (page.size() < found.size()) {
      meta.put("next_token", page.get(page.size() - 1).id());
    }
    return new Answer(200, body);
  }
}
