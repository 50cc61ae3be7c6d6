package org.communitydesk.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.communitydesk.sandbox.world.Bell;
import org.communitydesk.sandbox.world.Event;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Hooks;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/**
 * How the bot gets its updates: by webhook, which is set from the start unless the desk polls, or
 * by asking.
 */
@Component
class TelegramWebhook implements TelegramSection {

  private static final String URL = "webhook url";
  private static final String SECRET = "webhook secret";

  private final Values values;
  private final Hooks hooks;
  private final Events events;
  private final Bell bell;
  private final AtomicLong asking = new AtomicLong();

  TelegramWebhook(Values values, Hooks hooks, Events events, Bell bell) {
    this.values = values;
    this.hooks = hooks;
    this.events = events;
    this.bell = bell;
  }

  @Override
  public Map<String, TelegramMethod> methods() {
    return Map.of(
        "setWebhook", TelegramMethod.read(this::set),
        "deleteWebhook", TelegramMethod.read(this::remove),
        "getWebhookInfo", TelegramMethod.read(this::info));
  }

  /** Empty when there is none. */
  String url() {
    return values
        .get(Telegram.PLATFORM, URL)
        .orElseGet(() -> hooks.polled(Telegram.PLATFORM) ? "" : hooks.address(Telegram.PLATFORM));
  }

  String secret() {
    return values.get(Telegram.PLATFORM, SECRET).orElse(Telegram.SECRET);
  }

  private JsonNode set(TelegramRequest request) {
    String url = request.text("url");
    String secret = request.text("secret_token");
    if (!url.isEmpty() && !url.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw TelegramError.bad("bad webhook: invalid webhook URL specified");
    }
    if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
      throw TelegramError.bad("secret token contains unallowed characters");
    }
    drop(request);
    values.set(Telegram.PLATFORM, URL, url);
    values.set(Telegram.PLATFORM, SECRET, secret);
    return BooleanNode.TRUE;
  }

  private JsonNode remove(TelegramRequest request) {
    drop(request);
    values.set(Telegram.PLATFORM, URL, "");
    return BooleanNode.TRUE;
  }

  private void drop(TelegramRequest request) {
    if (request.flag("drop_pending_updates")) {
      events.confirm(Telegram.PLATFORM, events.newest(Telegram.PLATFORM));
    }
  }

  private JsonNode info(TelegramRequest request) {
    return Json.object()
        .put("url", url())
        .put("has_custom_certificate", false)
        .put("pending_update_count", events.open(Telegram.PLATFORM))
        .put("max_connections", 40);
  }

  /** Waits for updates; a later asker ends the wait of an earlier one. */
  ArrayNode updates(TelegramRequest request) {
    if (!url().isEmpty()) {
      throw new TelegramError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; "
              + "use deleteWebhook to delete the webhook first");
    }
    long turn = asking.incrementAndGet();
    bell.ring();
    long offset = request.number("offset", 0);
    long last = offset < 0 ? events.newest(Telegram.PLATFORM) + offset : offset - 1;
    if (offset != 0) {
      events.confirm(Telegram.PLATFORM, last);
    }
    int limit = (int) Math.max(1, Math.min(100, request.number("limit", 100)));
    long wait = Math.max(0, Math.min(50, request.number("timeout", 0)));
    long end = System.nanoTime() + wait * 1_000_000_000L;
    List<Event> found = events.after(Telegram.PLATFORM, last, limit);
    while (found.isEmpty() && System.nanoTime() < end && bell.await(500)) {
      if (asking.get() != turn) {
        throw new TelegramError(
            409,
            "Conflict: terminated by other getUpdates request; "
                + "make sure that only one bot instance is running");
      }
      found = events.after(Telegram.PLATFORM, last, limit);
    }
    ArrayNode updates = Json.array();
    found.forEach(event -> updates.add(Json.read(event.body())));
    return updates;
  }
}
