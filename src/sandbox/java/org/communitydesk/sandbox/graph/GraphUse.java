package org.communitydesk.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.CallLog;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** How much of its limits the brand's app has used, in the two headers of every answer. */
@Component
class GraphUse {

  // As for an app with twenty users a day: 200 calls each in an hour, 4800 each in a day for the
  // account, and 200 each in a day for messages.
  private static final int USERS = 20;
  private static final int APP_HOUR = 200 * USERS;
  private static final int ACCOUNT_DAY = 4800 * USERS;
  private static final int MESSAGES_DAY = 200 * USERS;
  private static final Set<String> MESSAGING =
      Set.of("messages", "conversations", "message_attachments", "moderate_conversations");

  private final CallLog calls;
  private final Clock clock;

  GraphUse(CallLog calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * The answer with the headers, unless it tells of a used-up limit itself.
   *
   * @param edge the end of the address
   */
  Answer on(Answer answer, Platform platform, String edge) {
    boolean messages = platform != Platform.WHATSAPP && MESSAGING.contains(edge);
    Map<String, String> headers = new HashMap<>();
    headers.put("X-App-Usage", Json.write(share(used(platform, Duration.ofHours(1)), APP_HOUR)));
    long day = used(platform, Duration.ofDays(1));
    ObjectNode use = share(day, messages ? MESSAGES_DAY : ACCOUNT_DAY);
    use.put("type", messages ? "messenger" : type(platform));
    use.put("estimated_time_to_regain_access", 0);
    ObjectNode business = Json.object();
    business.putArray(account(platform)).add(use);
    headers.put("X-Business-Use-Case-Usage", Json.write(business));
    headers.putAll(answer.headers());
    return new Answer(answer.status(), answer.body(), headers);
  }

  private long used(Platform platform, Duration within) {
    return calls.since(platform, clock.instant().minus(within));
  }

  private static ObjectNode share(long used, int limit) {
    long percent = Math.min(100, used * 100 / limit);
    return Json.object()
        .put("call_count", percent)
        .put("total_time", percent)
        .put("total_cputime", percent);
  }

  private static String type(Platform platform) {
    return platform == Platform.FACEBOOK ? "pages" : platform.id();
  }

  private static String account(Platform platform) {
    return switch (platform) {
      case FACEBOOK -> "1000002";
      case INSTAGRAM -> "1000003";
      default -> "2000004";
    };
  }
}
