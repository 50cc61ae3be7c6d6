package org.communitydesk.wire;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a request; its text is never printed, because a token may stand in it. */
public final class Content {

  private final String type;
  private final byte[] bytes;

  private Content(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /** {@code application/x-www-form-urlencoded}, in the order of the map. */
  public static Content form(Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new Content(
        "application/x-www-form-urlencoded", text.getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code application/json} of maps, lists, texts, numbers and booleans. */
  public static Content json(Map<String, ?> fields) {
    return new Content("application/json", Json.write(fields));
  }

  /** One value, percent-encoded for a form or a query. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  String type() {
    return type;
  }

  BodyPublisher publisher() {
    return BodyPublishers.ofByteArray(bytes);
  }

  @Override
  public String toString() {
    return type + ", " + bytes.length + " bytes";
  }
}
