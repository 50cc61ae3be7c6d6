package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphPage;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** Whom the brand has blocked; only who wrote in the last 24 hours can be. */
@Component
class WhatsAppBlocks implements GraphSection {

  private final Bans bans;
  private final Entries entries;
  private final Clock clock;

  WhatsAppBlocks(Bans bans, Entries entries, Clock clock) {
    this.bans = bans;
    this.entries = entries;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return WhatsApp.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    return Map.of(
        "POST block_users", GraphMethod.write(WhatsApp.limit(), request -> change(request, true)),
        "DELETE block_users",
            GraphMethod.write(WhatsApp.limit(), request -> change(request, false)),
        "GET block_users", GraphMethod.read(this::list));
  }

  private JsonNode list(GraphRequest request) {
    WhatsApp.ofNumber(request);
    return GraphPage.of(
        bans.all(WhatsApp.PLATFORM),
        request,
        10,
        ban -> named(Json.object().put("messaging_product", "whatsapp"), ban.userId()));
  }

  private static ObjectNode named(ObjectNode node, String person) {
    return node.put(WhatsApp.isScoped(person) ? "user_id" : "wa_id", person);
  }

  /** Each person succeeds or fails alone; with one failure the whole answer is an error too. */
  private JsonNode change(GraphRequest request, boolean block) {
    WhatsApp.ofNumber(request);
    JsonNode users = request.node("block_users");
    if (!users.isArray() || users.isEmpty() || users.size() > 1000) {
      throw GraphError.parameter("The parameter block_users must have 1 to 1000 users");
    }
    ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
    ObjectNode result = answer.putObject("block_users");
    ArrayNode done = result.putArray(block ? "added_users" : "removed_users");
    ArrayNode failed = Json.array();
    for (JsonNode user : users) {
      String input = user.path(user.has("user_id") ? "user_id" : "user").asText("");
      String person = WhatsApp.isScoped(input) ? input : input.replaceAll("[ +()-]", "");
      Optional<String> fault = apply(person, block);
      ObjectNode line = named((fault.isEmpty() ? done : failed).addObject(), person);
      line.put("input", input);
      fault.ifPresent(
          reason -> line.putArray("errors").addObject().put("code", 131047).put("message", reason));
    }
    if (!failed.isEmpty()) {
      result.set("failed_users", failed);
      ObjectNode error = answer.putObject("error");
      error
          .put("message", "(#139100) Failed to block or unblock some users")
          .put("type", "OAuthException")
          .put("code", 139100)
          .put("fbtrace_id", "AbCdEf139100");
    }
    return answer;
  }

  private Optional<String> apply(String person, boolean block) {
    if (!block) {
      bans.lift(WhatsApp.PLATFORM, person);
      return Optional.empty();
    }
    Instant now = clock.instant();
    boolean wrote =
        entries.thread(WhatsApp.PLATFORM, Kind.PRIVATE, person, 1000).stream()
            .anyMatch(entry -> !entry.byBrand() && entry.at().isAfter(now.minus(WhatsApp.WINDOW)));
    if (!wrote) {
      return Optional.of("Re-engagement required");
    }
    bans.set(WhatsApp.PLATFORM, new Ban(person, null, now, 0, ""));
    return Optional.empty();
  }
}
