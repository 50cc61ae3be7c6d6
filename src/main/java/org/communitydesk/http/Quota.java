package org.communitydesk.http;

import java.time.Instant;

/**
 * How much a platform still allows, as it says itself.
 *
 * @param limit calls, or percent, in one period; positive
 * @param remaining of them, 0 when there is nothing left
 * @param resetAt when the next period begins
 */
public record Quota(long limit, long remaining, Instant resetAt) {

  /** How much is used, 0 to 100. */
  public long usedPercent() {
    return Math.max(0, Math.min(100, 100 - remaining * 100 / limit));
  }
}
