package org.communitydesk.sandbox.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.springframework.stereotype.Component;

/** The REST methods {@code group.*} and {@code users.*}; none of them bans. */
@Component
class OkGroups implements OkSection {

  private final Bans bans;
  private final People people;

  OkGroups(Bans bans, People people) {
    this.bans = bans;
    this.people = people;
  }

  @Override
  public Map<String, OkMethod> methods() {
    return Map.of(
        "group.getInfo", OkMethod.read(this::group),
        "group.getUserGroupsByIds", OkMethod.read(this::membership),
        "users.getInfo", OkMethod.read(this::users));
  }

  private JsonNode group(OkRequest request) {
    ArrayNode groups = Json.array();
    if (request.required("uids").equals(Ok.GROUP)) {
      groups.addObject().put("uid", Ok.GROUP).put("name", Ok.GROUP_NAME).put("shortname", "mir");
    }
    return groups;
  }

  private JsonNode membership(OkRequest request) {
    if (!request.required("group_id").equals(Ok.GROUP)) {
      throw new OkError(160, "PARAM_GROUP_ID : Invalid group id");
    }
    ArrayNode found = Json.array();
    for (String user : request.required("uids").split(",", 100)) {
      Optional<Ban> ban = bans.find(Ok.PLATFORM, user);
      ObjectNode member = found.addObject().put("groupId", Ok.GROUP).put("userId", user);
      member.put("status", ban.isPresent() ? "BLOCKED" : "ACTIVE");
    }
    return found;
  }

  private JsonNode users(OkRequest request) {
    ArrayNode found = Json.array();
    for (String id : request.required("uids").split(",", 100)) {
      people
          .find(Ok.PLATFORM, id)
          .ifPresent(
              person ->
                  found
                      .addObject()
                      .put("uid", person.id())
                      .put("name", person.name())
                      .put("first_name", person.firstName())
                      .put("last_name", person.lastName()));
    }
    return found;
  }
}
