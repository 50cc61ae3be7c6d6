package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.communitydesk.sandbox.world.Bell;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** Bots Long Poll: {@code ts} is the number of the last event that the reader has. */
@Component
class VkLongPoll {

  private static final int BATCH = 100;

  private final Events events;
  private final Faults faults;
  private final Hooks hooks;
  private final Bell bell;

  VkLongPoll(Events events, Faults faults, Hooks hooks, Bell bell) {
    this.events = events;
    this.faults = faults;
    this.hooks = hooks;
    this.bell = bell;
  }

  ObjectNode server() {
    List<Event> open = events.after(Vk.PLATFORM, 0, 1);
    long ts = open.isEmpty() ? events.newest(Vk.PLATFORM) : open.get(0).number() - 1;
    return Json.object()
        .put("key", key())
        .put("server", hooks.home() + "/sandbox/vk/longpoll")
        .put("ts", String.valueOf(ts));
  }

  /** Waits for events after {@code ts}; failures as documented: 1 bad ts, 2 key expired. */
  ObjectNode check(String key, String ts, int waitSeconds) {
    if (!key().equals(key) || faults.tokenExpired(Vk.PLATFORM)) {
      return Json.object().put("failed", 2);
    }
    long newest = events.newest(Vk.PLATFORM);
    if (!ts.matches("\\d{1,18}") || Long.parseLong(ts) > newest) {
      return Json.object().put("failed", 1).put("ts", newest);
    }
    long from = Long.parseLong(ts);
    events.confirm(Vk.PLATFORM, from);
    long end = System.nanoTime() + waitSeconds * 1_000_000_000L;
    List<Event> found = events.after(Vk.PLATFORM, from, BATCH);
    while (found.isEmpty() && System.nanoTime() < end && bell.await(500)) {
      found = events.after(Vk.PLATFORM, from, BATCH);
    }
    long reached = found.isEmpty() ? from : found.get(found.size() - 1).number();
    ObjectNode answer = Json.object().put("ts", String.valueOf(reached));
    ArrayNode updates = answer.putArray("updates");
    found.forEach(event -> updates.add(Json.read(event.body())));
    return answer;
  }

  private String key() {
    return "sandbox-key-" + faults.renewals(Vk.PLATFORM);
  }
}
