package org.communitydesk.http;

import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The body of a request; its text is never printed, because a token may stand in it. */
public final class Content {

  private final String type;
  private final long length;
  private final BodyPublisher publisher;

  private Content(String type, byte[] bytes) {
    this(type, bytes.length, BodyPublishers.ofByteArray(bytes));
  }

  private Content(String type, long length, BodyPublisher publisher) {
    this.type = type;
    this.length = length;
    this.publisher = publisher;
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

  /** No body at all. */
  public static Content none() {
    return new Content("", new byte[0]);
  }

  /**
   * {@code multipart/form-data} with one file behind the fields. The file is read while it is sent,
   * once for each attempt.
   *
   * @param fileName quotes and line breaks in it become {@code _}
   * @param size of the file in bytes
   */
  public static Content multipart(
      Map<String, String> fields,
      String fileField,
      String fileName,
      String contentType,
      long size,
      Supplier<InputStream> file) {
    String boundary = "desk-" + UUID.randomUUID();
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append(part(boundary, name)).append("\r\n\r\n").append(value).append("\r\n"));
    head.append(part(boundary, fileField))
        .append("; filename=\"")
        .append(fileName.replaceAll("[\"\\r\\n]", "_"))
        .append("\"\r\nContent-Type: ")
        .append(contentType)
        .append("\r\n\r\n");
    byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] behind = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    long length = before.length + size + behind.length;
    return new Content(
        "multipart/form-data; boundary=" + boundary,
        length,
        BodyPublishers.fromPublisher(
            BodyPublishers.concat(
                BodyPublishers.ofByteArray(before),
                BodyPublishers.ofInputStream(file),
                BodyPublishers.ofByteArray(behind)),
            length));
  }

  private static String part(String boundary, String name) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
  }

  /** One value, percent-encoded for a form or a query. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  String type() {
    return type;
  }

  BodyPublisher publisher() {
    return publisher;
  }

  @Override
  public String toString() {
    return type + ", " + length + " bytes";
  }
}
