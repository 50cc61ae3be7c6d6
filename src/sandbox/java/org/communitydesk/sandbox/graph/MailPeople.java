package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.conversation.Kind;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** The talks with people, and shutting people out of them. */
@Component
public class MailPeople {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+0000'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern LIMIT = Pattern.compile("messages\\.limit\\((\\d{1,4})\\)");

  private final Entries entries;
  private final Bans bans;
  private final Clock clock;

  MailPeople(Entries entries, Bans bans, Clock clock) {
    this.entries = entries;
    this.bans = bans;
    this.clock = clock;
  }

  /** A time as the Graph API writes it. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** {@code GET /<page>/conversations} with {@code user_id}: the talk, newest first. */
  public JsonNode talk(Mailbox box, GraphRequest request) {
    Mail.mustBePage(box, request);
    String person = request.required("user_id");
    List<Entry> talk =
        new ArrayList<>(
            entries.thread(box.platform(), Kind.PRIVATE, person, Integer.MAX_VALUE).stream()
                .filter(entry -> !entry.deleted())
                .toList());
    Collections.reverse(talk);
    ObjectNode answer = Json.object();
    ArrayNode talks = answer.putArray("data");
    if (talk.isEmpty()) {
      return answer;
    }
    Matcher limit = LIMIT.matcher(request.text("fields"));
    int most = limit.find() ? Integer.parseInt(limit.group(1)) : 25;
    ObjectNode messages = talks.addObject().put("id", "t_" + person).putObject("messages");
    ArrayNode data = messages.putArray("data");
    talk.stream().limit(most).forEach(entry -> data.add(shown(entry)));
    if (talk.size() > most) {
      messages.putObject("paging").put("next", "https://graph.facebook.com/next");
    }
    return answer;
  }

  private static ObjectNode shown(Entry entry) {
    ObjectNode message = Json.object().put("id", entry.id()).put("message", entry.text());
    message.putObject("from").put("id", entry.authorId());
    return message.put("created_time", time(entry.at()));
  }

  /** {@code POST /<page>/moderate_conversations}. */
  public JsonNode moderate(Mailbox box, GraphRequest request) {
    Mail.mustBePage(box, request);
    JsonNode people = request.node("user_ids");
    JsonNode actions = request.node("actions");
    if (people.isEmpty() || people.size() > 10 || actions.isEmpty() || actions.size() > 2) {
      throw GraphError.parameter("user_ids has 1 to 10 items, actions 1 or 2");
    }
    for (JsonNode person : people) {
      String id = person.path("id").asText("");
      if (box.needsTalk() && !entries.hasWritten(box.platform(), Kind.PRIVATE, id)) {
        throw GraphError.of(400, 1, 0, "There is no conversation with this user");
      }
      actions.forEach(action -> apply(box, action.asText("").toLowerCase(Locale.ROOT), id));
    }
    return Json.object().put("success", true);
  }

  private void apply(Mailbox box, String action, String person) {
    switch (action) {
      case "block_user", "ban_user" -> block(box, person);
      case "unblock_user", "unban_user" -> bans.lift(box.platform(), person);
      case "move_to_spam" -> {}
      default -> throw GraphError.parameter("There is no action " + action);
    }
  }

  /** Shuts a person out for ever: Meta knows no terms. */
  public void block(Mailbox box, String person) {
    bans.set(box.platform(), new Ban(person, null, clock.instant(), 0, ""));
  }
}
