package org.communitydesk.sandbox.x;

import java.time.Clock;
import java.util.Map;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Values;
import org.springframework.stereotype.Component;

/** How often each endpoint may be called in fifteen minutes (docs.x.com, 2026-08). */
@Component
class XLimits {

  private static final long PERIOD_SECONDS = 900;
  private static final Map<String, Integer> CALLS =
      Map.ofEntries(
          Map.entry("POST tweets", 100),
          Map.entry("DELETE tweets/#", 50),
          Map.entry("PUT tweets/#/hidden", 50),
          Map.entry("POST dm_conversations/with/#/messages", 15),
          Map.entry("GET dm_conversations/with/#/dm_events", 15),
          Map.entry("GET users/#/mentions", 300),
          Map.entry("GET tweets/search/recent", 300),
          Map.entry("POST users/#/dm/block", 10),
          Map.entry("POST users/#/dm/unblock", 10),
          Map.entry("GET users/#/blocking", 15),
          Map.entry("POST users/#/muting", 50));
  private static final int OTHERS = 900;

  private final Values values;
  private final Clock clock;

  XLimits(Values values, Clock clock) {
    this.values = values;
    this.clock = clock;
  }

  /** What an endpoint still allows; negative when it has been called once too often. */
  record Left(int limit, long remaining, long reset) {

    /** The answer with the headers that stand on every one; the reset is in Unix seconds. */
    Answer on(Answer answer) {
      return new Answer(
          answer.status(),
          answer.body(),
          Map.of(
              "x-rate-limit-limit", String.valueOf(limit),
              "x-rate-limit-remaining", String.valueOf(Math.max(0, remaining)),
              "x-rate-limit-reset", String.valueOf(reset)));
    }

    /** The same for a limit that ends after so many seconds. */
    Left usedUp(long seconds, Clock clock) {
      return new Left(limit, 0, clock.instant().getEpochSecond() + seconds);
    }
  }

  /** Counts a call. */
  Left count(String verb, String address) {
    return at(verb, address, 1);
  }

  /** Does not count it. */
  Left look(String verb, String address) {
    return at(verb, address, 0);
  }

  private Left at(String verb, String address, int calls) {
    String endpoint = verb + " " + address.replaceAll("\\d+", "#");
    int limit = CALLS.getOrDefault(endpoint, OTHERS);
    long now = clock.instant().getEpochSecond();
    String name = "calls of " + endpoint;
    String[] kept = values.get(X.PLATFORM, name).orElse("0 0").split(" ", 2);
    boolean over = Long.parseLong(kept[0]) <= now;
    long reset = over ? now + PERIOD_SECONDS : Long.parseLong(kept[0]);
    long made = (over ? 0 : Long.parseLong(kept[1])) + calls;
    if (calls > 0) {
      values.set(X.PLATFORM, name, reset + " " + made);
    }
    return new Left(limit, limit - made, reset);
  }
}
