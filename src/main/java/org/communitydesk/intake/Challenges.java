package org.communitydesk.intake;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.communitydesk.conversation.Account;
import org.springframework.stereotype.Component;

/**
 * How often a challenge is answered: anybody may ask, and some answers are made with our key. X
 * asks about once an hour and forgives a day of failures.
 */
@Component
class Challenges {

  static final int A_MINUTE = 60;
  static final int A_MINUTE_FROM_ONE_ADDRESS = 20;
  private static final int MOST_ADDRESSES = 1_000;

  private final TimeMeter time;
  private final Map<String, Bucket> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };
  private final Map<Account, Bucket> byAccount = new LinkedHashMap<>();

  Challenges() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  Challenges(TimeMeter time) {
    this.time = time;
  }

  /** Takes one answer of this node. */
  synchronized boolean mayAnswer(Account account, String address) {
    return byAddress
            .computeIfAbsent(account + " " + address, asks -> bucket(A_MINUTE_FROM_ONE_ADDRESS))
            .tryConsume(1)
        && byAccount.computeIfAbsent(account, asked -> bucket(A_MINUTE)).tryConsume(1);
  }

  private Bucket bucket(int aMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
