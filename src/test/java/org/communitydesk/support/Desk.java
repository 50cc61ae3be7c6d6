package org.communitydesk.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Talks to the running desk of a {@link DeskTest} as one of the demo people, or as nobody. */
public final class Desk {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String person;
  private final String password;

  private Desk(String person, String password) {
    this.person = person;
    this.password = password;
  }

  public static Desk as(String person) {
    return new Desk(person, "sandbox");
  }

  public static Desk as(String person, String password) {
    return new Desk(person, password);
  }

  public static Desk asNobody() {
    return new Desk(null, null);
  }

  public static String address() {
    return "http://localhost:" + System.getProperty("server.port");
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> get(String path, Map<String, String> headers) {
    HttpRequest.Builder request = request(path).GET();
    headers.forEach(request::header);
    return send(request);
  }

  public HttpResponse<String> post(String path, String json) {
    return post(path, "application/json", json);
  }

  public HttpResponse<String> post(String path, String contentType, String body) {
    return send(
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> post(String path, String json, Map<String, String> headers) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    headers.forEach(request::header);
    return send(request.POST(BodyPublishers.ofString(json)));
  }

  /** A call with JSON by any method. */
  public HttpResponse<String> call(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  public HttpResponse<String> put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /** A file as a browser's form sends it. */
  public HttpResponse<String> putFile(String path, String field, String fileName, byte[] content) {
    return send(form(path).PUT(part(field, fileName, content)));
  }

  /** As {@link #putFile}, to be taken in. */
  public HttpResponse<String> postFile(String path, String field, String fileName, byte[] content) {
    return send(form(path).POST(part(field, fileName, content)));
  }

  private HttpRequest.Builder form(String path) {
    return request(path).header("Content-Type", "multipart/form-data; boundary=desk");
  }

  private static BodyPublisher part(String field, String fileName, byte[] content) {
    String head =
        "--desk\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(field, fileName);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--desk--\r\n".getBytes(StandardCharsets.UTF_8));
    return BodyPublishers.ofByteArray(body.toByteArray());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    if (person != null) {
      byte[] login = (person + ":" + password).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
