package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.communitydesk.channel.Limit.Of;
import org.communitydesk.http.HttpAnswer;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Quota;

/** The two headers in which Meta says how much of its limits is used, in percent. */
record GraphUsage(Clock clock) implements PlatformApi.QuotaReader {

  static final String BUSINESS = "X-Business-Use-Case-Usage";
  static final String APP = "X-App-Usage";

  // Both windows roll, so a figure grows old: the monitor's next check brings another one.
  private static final Duration BELIEVED = Duration.ofMinutes(6);

  private static final Map<String, List<Of>> COUNTED =
      Map.of(
          "pages", List.of(Of.COMMENTS, Of.DEEDS),
          "instagram", List.of(Of.COMMENTS, Of.DEEDS),
          "messenger", List.of(Of.PRIVATE),
          "whatsapp", List.of(Of.PRIVATE));

  @Override
  public Map<String, Quota> read(String path, HttpAnswer answer) {
    Map<String, Quota> limits = new HashMap<>();
    JsonNode app = header(answer, APP);
    if (app.isObject()) {
      limits.put(Of.ALL.name(), quota(app));
    }
    for (JsonNode account : header(answer, BUSINESS)) {
      for (JsonNode use : account) {
        Quota quota = quota(use);
        for (Of of : COUNTED.getOrDefault(use.path("type").asText(""), List.of())) {
          limits.merge(of.name(), quota, GraphUsage::tighter);
        }
      }
    }
    return limits;
  }

  private Quota quota(JsonNode use) {
    long used =
        Stream.of("call_count", "total_time", "total_cputime")
            .mapToLong(name -> use.path(name).asLong(0))
            .max()
            .orElse(0);
    long minutes = minutes(use);
    Instant now = clock.instant();
    return minutes > 0
        ? new Quota(100, 0, now.plus(PlatformApi.bounded(Duration.ofMinutes(minutes))))
        : new Quota(
            100, Math.max(0, 100 - used), now.plus(BELIEVED).truncatedTo(ChronoUnit.MINUTES));
  }

  private static long minutes(JsonNode use) {
    return Math.min(use.path("estimated_time_to_regain_access").asLong(0), 10_000);
  }

  private static Quota tighter(Quota one, Quota other) {
    if (one.remaining() == other.remaining()) {
      return one.resetAt().isAfter(other.resetAt()) ? one : other;
    }
    return one.remaining() < other.remaining() ? one : other;
  }

  /** Zero when the platform does not say when calls are possible again. */
  static Duration stated(HttpAnswer answer) {
    long longest = 0;
    for (JsonNode account : header(answer, BUSINESS)) {
      for (JsonNode use : account) {
        longest = Math.max(longest, minutes(use));
      }
    }
    return longest == 0 ? Duration.ZERO : PlatformApi.bounded(Duration.ofMinutes(longest));
  }

  private static JsonNode header(HttpAnswer answer, String name) {
    try {
      return Json.read(answer.header(name).orElse("null").getBytes(StandardCharsets.UTF_8));
    } catch (Json.Unreadable e) {
      return MissingNode.getInstance();
    }
  }
}
