package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.springframework.stereotype.Component;

/** The methods {@code groups.*} and {@code users.get}: bans, people, the long poll's address. */
@Component
class VkGroups implements VkSection {

  /** A ban ends at most one year ahead (documentation). */
  private static final Duration LONGEST = Duration.ofDays(366);

  /** The most entries of the blacklist in one answer (documentation). */
  private static final int MOST_BANNED = 200;

  /** The community token's rights with their bits (documentation). */
  private static final Map<String, Integer> RIGHTS =
      Map.of(
          "photos", 1 << 2,
          "messages", 1 << 12,
          "wall", 1 << 13,
          "docs", 1 << 17,
          "manage", 1 << 18);

  private final Bans bans;
  private final People people;
  private final VkNotices notices;
  private final VkJson json;
  private final VkLongPoll longPoll;
  private final Hooks hooks;
  private final Clock clock;

  VkGroups(
      Bans bans,
      People people,
      VkNotices notices,
      VkJson json,
      VkLongPoll longPoll,
      Hooks hooks,
      Clock clock) {
    this.bans = bans;
    this.people = people;
    this.notices = notices;
    this.json = json;
    this.longPoll = longPoll;
    this.hooks = hooks;
    this.clock = clock;
  }

  @Override
  public Map<String, VkMethod> methods() {
    return Map.of(
        "groups.getMembers", VkMethod.read(true, true, this::managers),
        "groups.ban", VkMethod.write(false, true, this::ban),
        "groups.unban", VkMethod.write(false, true, this::unban),
        "groups.getBanned", VkMethod.read(true, true, this::banned),
        "groups.getById", VkMethod.read(true, true, this::group),
        "groups.getCallbackServers", VkMethod.read(true, true, this::servers),
        "groups.getTokenPermissions", VkMethod.read(true, false, this::permissions),
        "groups.getLongPollServer", VkMethod.read(true, true, this::server),
        "users.get", VkMethod.read(true, true, this::users));
  }

  private JsonNode ban(VkRequest request) {
    request.mustBe("group_id", Vk.GROUP);
    Instant now = clock.instant();
    Instant until = null;
    if (request.number("end_date", 0) != 0) {
      until = Instant.ofEpochSecond(request.number("end_date"));
      if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
        throw VkError.parameter("end_date is invalid");
      }
    }
    Ban ban =
        new Ban(
            String.valueOf(request.number("owner_id")),
            until,
            now,
            (int) request.number("reason", 0),
            request.text("comment"));
    bans.set(Vk.PLATFORM, ban);
    notices.banned(ban);
    return IntNode.valueOf(1);
  }

  private JsonNode unban(VkRequest request) {
    request.mustBe("group_id", Vk.GROUP);
    String user = String.valueOf(request.number("owner_id"));
    if (!bans.lift(Vk.PLATFORM, user)) {
      throw VkError.notFound();
    }
    notices.unbanned(user, false);
    return IntNode.valueOf(1);
  }

  private JsonNode banned(VkRequest request) {
    request.mustBe("group_id", Vk.GROUP);
    List<Ban> found = bans.all(Vk.PLATFORM);
    if (request.has("owner_id")) {
      String user = String.valueOf(request.number("owner_id"));
      found = found.stream().filter(ban -> ban.userId().equals(user)).toList();
      if (found.isEmpty()) {
        throw VkError.notFound();
      }
    }
    long count = request.number("count", 20);
    if (count < 0 || count > MOST_BANNED || request.number("offset", 0) < 0) {
      throw VkError.parameter("count is invalid");
    }
    ObjectNode response = Json.object().put("count", found.size());
    ArrayNode items = response.putArray("items");
    for (Ban ban : found.stream().skip(request.number("offset", 0)).limit(count).toList()) {
      ObjectNode item = items.addObject().put("type", "profile");
      item.set("profile", json.profile(people.get(Vk.PLATFORM, ban.userId())));
      item.putObject("ban_info")
          .put("admin_id", Vk.ADMIN)
          .put("date", ban.at().getEpochSecond())
          .put("reason", ban.reason())
          .put("comment", ban.comment())
          .put("end_date", VkNotices.seconds(ban.until()));
    }
    return response;
  }

  /** Only the managers are simulated: the administrator whose token the desk has. */
  private JsonNode managers(VkRequest request) {
    request.mustBe("group_id", Vk.GROUP);
    if (!request.text("filter").equals("managers")) {
      throw VkError.parameter("filter is invalid");
    }
    ObjectNode response = Json.object().put("count", 1);
    response.putArray("items").addObject().put("id", Vk.ADMIN).put("role", "administrator");
    return response;
  }

  private JsonNode group(VkRequest request) {
    ObjectNode response = Json.object();
    response
        .putArray("groups")
        .addObject()
        .put("id", Vk.GROUP)
        .put("name", Vk.GROUP_NAME)
        .put("screen_name", "club" + Vk.GROUP)
        .put("is_closed", 0)
        .put("type", "group");
    response.putArray("profiles");
    return response;
  }

  private JsonNode servers(VkRequest request) {
    request.mustBe("group_id", Vk.GROUP);
    boolean hooked = !hooks.polled(Vk.PLATFORM);
    ObjectNode response = Json.object().put("count", hooked ? 1 : 0);
    ArrayNode items = response.putArray("items");
    if (hooked) {
      items
          .addObject()
          .put("id", 1)
          .put("title", "desk")
          .put("creator_id", Vk.ADMIN)
          .put("url", hooks.address(Vk.PLATFORM))
          .put("secret_key", Vk.SECRET)
          .put("status", "ok");
    }
    return response;
  }

  private JsonNode permissions(VkRequest request) {
    ObjectNode response = Json.object();
    ArrayNode permissions = response.putArray("permissions");
    int mask = 0;
    for (Map.Entry<String, Integer> right : RIGHTS.entrySet()) {
      mask |= right.getValue();
      permissions.addObject().put("name", right.getKey()).put("setting", right.getValue());
    }
    return response.put("mask", mask);
  }

  private JsonNode server(VkRequest request) {
    request.mustBe("group_id", Vk.GROUP);
    return longPoll.server();
  }

  private JsonNode users(VkRequest request) {
    ArrayNode found = Json.array();
    if (!request.has("user_ids") && request.token().equals(Vk.USER_TOKEN)) {
      return found.add(json.profile(people.get(Vk.PLATFORM, String.valueOf(Vk.ADMIN))));
    }
    for (String id : request.text("user_ids").split(",", -1)) {
      people
          .find(Vk.PLATFORM, id.strip())
          .map(person -> json.profile(person).put("followers_count", person.followers()))
          .ifPresent(found::add);
    }
    return found;
  }
}
