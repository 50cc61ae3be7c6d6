package org.communitydesk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.channel.Delivery;

/** A request to a hook as the channels see it; parameters come from the address only. */
final class HookRequest {

  private static final List<String> HARMLESS =
      List.of("content-type", "user-agent", "date", "x-retry-counter", "x-request-id");

  private HookRequest() {}

  /** All but the body. */
  static Delivery head(HttpServletRequest request, String key) {
    Map<String, String> query = query(request.getQueryString());
    return new Delivery(request.getMethod(), headers(request), query, null, key);
  }

  static Delivery whole(Delivery head, byte[] body) {
    return new Delivery(head.method(), head.headers(), head.query(), body, head.key());
  }

  /** The headers worth keeping, one a line, without secrets. */
  static String harmless(Delivery delivery) {
    StringBuilder lines = new StringBuilder();
    for (String name : HARMLESS) {
      String value = delivery.headers().get(name);
      if (value != null) {
        lines.append(name).append(": ").append(PostgresText.shortened(value, 300)).append('\n');
      }
    }
    return lines.toString();
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return headers;
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
