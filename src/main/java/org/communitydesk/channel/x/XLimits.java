package org.communitydesk.channel.x;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.channel.Limit.Of;
import org.communitydesk.http.HttpAnswer;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Quota;

/** The headers in which X says how many calls of an endpoint are left. */
final class XLimits implements PlatformApi.QuotaReader {

  @Override
  public Map<String, Quota> read(String path, HttpAnswer answer) {
    Optional<Of> of = counted(path);
    long limit = number(answer, "x-rate-limit-limit");
    long remaining = number(answer, "x-rate-limit-remaining");
    long reset = number(answer, "x-rate-limit-reset");
    return of.isEmpty() || limit <= 0 || remaining < 0 || reset <= 0
        ? Map.of()
        : Map.of(of.get().name(), new Quota(limit, remaining, Instant.ofEpochSecond(reset)));
  }

  /** Reading has limits of its own, which are no limits for writing. */
  private static Optional<Of> counted(String path) {
    if (path.equals("tweets")) {
      return Optional.of(Of.COMMENTS);
    }
    if (path.matches("dm_conversations/with/[^/]+/messages")) {
      return Optional.of(Of.PRIVATE);
    }
    return path.matches("tweets/[^/]+/hidden|users/[^/]+/blocking(/.+)?")
        ? Optional.of(Of.DEEDS)
        : Optional.empty();
  }

  /** Negative when it is not said. */
  private static long number(HttpAnswer answer, String name) {
    String said = answer.header(name).orElse("");
    return said.matches("\\d{1,11}") ? Long.parseLong(said) : -1;
  }
}
