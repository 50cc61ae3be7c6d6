package org.communitydesk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitydesk.sandbox.world.Json;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/** Talks plain HTTP to the sandbox: as a visitor, and as the desk would to the platforms. */
@TestComponent
@Component
class Visitor {

  record Answer(int status, JsonNode json) {

    String text(String field) {
      return json.path(field).asText();
    }
  }

  private final ServletWebServerApplicationContext context;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Visitor(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  Answer post(String path, String json) throws IOException {
    return send(path, "POST", json, "application/json", Duration.ofSeconds(60));
  }

  Answer put(String path, String json) throws IOException {
    return send(path, "PUT", json, "application/json", Duration.ofSeconds(60));
  }

  Answer get(String path) throws IOException {
    return send(path, "GET", "", "text/plain", Duration.ofSeconds(60));
  }

  Answer delete(String path) throws IOException {
    return send(path, "DELETE", "", "text/plain", Duration.ofSeconds(60));
  }

  Answer vk(String method, Map<String, Object> parameters) throws IOException {
    return vk("sandbox-token", method, parameters, Duration.ofSeconds(60));
  }

  Answer vkAdmin(String method, Map<String, Object> parameters) throws IOException {
    return vk("sandbox-admin-token", method, parameters, Duration.ofSeconds(60));
  }

  Answer vk(String token, String method, Map<String, Object> parameters, Duration patience)
      throws IOException {
    return send(
        "/sandbox/vk/method/" + method + "?v=5.199&access_token=" + token,
        "POST",
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + encoded(p.getValue()))
            .collect(Collectors.joining("&")),
        "application/x-www-form-urlencoded",
        patience);
  }

  Answer telegram(String method, String json) throws IOException {
    return telegram(method, json, Duration.ofSeconds(60));
  }

  Answer telegram(String method, String json, Duration patience) throws IOException {
    return send(
        "/sandbox/telegram/botsandbox-token/" + method, "POST", json, "application/json", patience);
  }

  /** Any call with a JSON body and headers of its own. */
  Answer call(String method, String path, Map<String, String> headers, String json)
      throws IOException {
    return call(method, path, headers, json, Duration.ofSeconds(60));
  }

  Answer call(
      String method, String path, Map<String, String> headers, String json, Duration patience)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    headers.forEach(request::header);
    return answer(exchange(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  /** A call to X with the account's token. */
  Answer x(String verb, String path, String json) throws IOException {
    return x("sandbox-token", verb, path, json);
  }

  Answer x(String token, String verb, String path, String json) throws IOException {
    return call(verb, "/sandbox/x/2/" + path, Map.of("Authorization", "Bearer " + token), json);
  }

  HttpResponse<byte[]> bytes(String path) throws IOException {
    return exchange(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private Answer send(String path, String method, String body, String type, Duration patience)
      throws IOException {
    HttpResponse<String> answer =
        exchange(
            HttpRequest.newBuilder(uri(path))
                .timeout(patience)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return answer(answer);
  }

  private static Answer answer(HttpResponse<String> answer) {
    return new Answer(
        answer.statusCode(), answer.body().isEmpty() ? Json.object() : Json.read(answer.body()));
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      return client.send(request, handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private URI uri(String path) {
    return URI.create(path.startsWith("http") ? path : home() + path);
  }

  /** The address of this server without a slash at its end. */
  String home() {
    return "http://localhost:" + context.getWebServer().getPort();
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
  }
}
