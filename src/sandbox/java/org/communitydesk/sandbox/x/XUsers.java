package org.communitydesk.sandbox.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Values;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The calls of {@code /2/users}: who we are, muting, shutting out of messages, blocking. */
@Component
class XUsers implements XSection {

  private static final String DM_BLOCKED = "dm blocked ";
  private static final String MUTED = "muted ";

  private final Bans bans;
  private final Values values;
  private final XJson json;
  private final Environment environment;
  private final Clock clock;

  XUsers(Bans bans, Values values, XJson json, Environment environment, Clock clock) {
    this.bans = bans;
    this.values = values;
    this.json = json;
    this.environment = environment;
    this.clock = clock;
  }

  boolean isDmBlocked(String user) {
    return values.get(X.PLATFORM, DM_BLOCKED + user).isPresent();
  }

  @Override
  public List<XMethod> methods() {
    return List.of(
        XMethod.read("users/me", request -> data(json.user(X.USER))),
        XMethod.read("users", this::several),
        XMethod.read("users/(\\d+)", request -> data(json.user(request.argument()))),
        XMethod.write("POST", "users/(\\d+)/dm/block", request -> dm(request, true)),
        XMethod.write("POST", "users/(\\d+)/dm/unblock", request -> dm(request, false)),
        XMethod.write("POST", "users/" + X.USER + "/muting", this::mute),
        XMethod.write("DELETE", "users/" + X.USER + "/muting/(\\d+)", this::unmute),
        XMethod.write("POST", "users/" + X.USER + "/blocking", this::block),
        XMethod.write("DELETE", "users/" + X.USER + "/blocking/(\\d+)", this::unblock),
        XMethod.read("users/" + X.USER + "/blocking", request -> blocked()));
  }

  private Answer several(XRequest request) {
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    for (String id : request.query("ids").split(",", 100)) {
      data.add(json.user(id));
    }
    return new Answer(200, body);
  }

  private Answer dm(XRequest request, boolean blocked) {
    keep(DM_BLOCKED + request.argument(), blocked);
    return data(Json.object().put("blocked", blocked));
  }

  private Answer mute(XRequest request) {
    keep(MUTED + request.body().path("target_user_id").asText(), true);
    return data(Json.object().put("muting", true));
  }

  private Answer unmute(XRequest request) {
    keep(MUTED + request.argument(), false);
    return data(Json.object().put("muting", false));
  }

  private Answer block(XRequest request) {
    mustBeEnterprise();
    String user = request.body().path("target_user_id").asText();
    bans.set(X.PLATFORM, new Ban(user, null, clock.instant(), 0, ""));
    return data(Json.object().put("blocking", true));
  }

  private Answer unblock(XRequest request) {
    mustBeEnterprise();
    bans.lift(X.PLATFORM, request.argument());
    return data(Json.object().put("blocking", false));
  }

  private Answer blocked() {
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    bans.all(X.PLATFORM).forEach(ban -> data.add(json.user(ban.userId())));
    body.putObject("meta").put("result_count", data.size());
    return new Answer(200, body);
  }

  private void mustBeEnterprise() {
    if (!environment.getProperty("desk.channel.x.main.enterprise", Boolean.class, false)) {
      throw new XError(
          403, "client-forbidden", "This endpoint is available to Enterprise accounts only.");
    }
  }

  private void keep(String name, boolean on) {
    if (on) {
      values.set(X.PLATFORM, name, "yes");
    } else {
      values.remove(X.PLATFORM, name);
    }
  }

  private static Answer data(ObjectNode data) {
    ObjectNode body = Json.object();
    body.set("data", data);
    return new Answer(200, body);
  }
}
