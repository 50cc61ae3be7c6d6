package org.communitydesk.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A leaking bucket for every key: so many tries at once, then one for each drop that has leaked.
 * Remembers of a key only when its bucket will be empty. Not for several threads at once.
 */
final class Buckets {

  private final int capacity;
  private final Duration drop;
  private final Map<String, Instant> emptyAt;

  Buckets(int capacity, Duration drop, int mostKeys) {
    this.capacity = capacity;
    this.drop = drop;
    this.emptyAt =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > mostKeys;
          }
        };
  }

  /** How long until one more fits in; zero or negative when it does now. */
  Duration pause(String key, Instant now) {
    return Duration.between(now, emptyAt(key, now)).minus(drop.multipliedBy(capacity - 1L));
  }

  void pour(String key, Instant now) {
    emptyAt.put(key, emptyAt(key, now).plus(drop));
  }

  void takeBack(String key, Instant now) {
    Instant before = emptyAt(key, now).minus(drop);
    if (before.isAfter(now)) {
      emptyAt.put(key, before);
    } else {
      emptyAt.remove(key);
    }
  }

  void empty(String key) {
    emptyAt.remove(key);
  }

  /** A clock that was set back must not keep anybody waiting for longer than a full bucket. */
  private Instant emptyAt(String key, Instant now) {
    Instant known = emptyAt.getOrDefault(key, now);
    Instant latest = now.plus(drop.multipliedBy(capacity));
    if (known.isAfter(latest)) {
      emptyAt.put(key, latest);
      return latest;
    }
    return known.isBefore(now) ? now : known;
  }
}
