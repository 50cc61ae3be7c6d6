package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.communitydesk.channel.Health;
import org.communitydesk.http.CallFailure;

/** Asks Meta how an account stands. */
public final class GraphHealth {

  private final GraphApi api;

  public GraphHealth(GraphApi api) {
    this.api = api;
  }

  /**
   * Proves the token by reading the account, then asks until when it lives and whether the app is
   * subscribed.
   *
   * @param id of the account
   * @param nameField for example {@code name}
   * @param subscribed of what the app is subscribed to, whose {@code subscribed_apps} is asked
   * @throws CallFailure when the account cannot be read
   */
  public Health check(String id, String nameField, String subscribed) throws CallFailure {
    JsonNode account = api.get(id, Map.of("fields", "id," + nameField));
    Boolean hooked = isSubscribed(subscribed);
    return new Health(
        GraphValue.text(account.path(nameField)),
        expiry(),
        hooked,
        Boolean.FALSE.equals(hooked)
            ? "Приложение не подписано на события: они не приходят"
            : null);
  }

  private Boolean isSubscribed(String id) {
    try {
      JsonNode apps = api.get(id + "/subscribed_apps", Map.of()).path("data");
      return apps.isArray() ? Boolean.valueOf(!apps.isEmpty()) : null;
    } catch (CallFailure unknown) {
      return null;
    }
  }

  private Instant expiry() {
    try {
      JsonNode token = api.get("debug_token", Map.of("input_token", api.inspectedToken()));
      return GraphValue.seconds(token.path("data").path("expires_at")).orElse(null);
    } catch (CallFailure unknown) {
      return null;
    }
  }
}
