package org.communitydesk.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.core.env.Environment;

/** Calls the running room over HTTP. */
final class Hook {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Environment environment;

  Hook(Environment environment) {
    this.environment = environment;
  }

  int post(String events) {
    return post("/hooks/vk/main", "s", ("[" + events + "]").getBytes(StandardCharsets.UTF_8))
        .statusCode();
  }

  HttpResponse<String> post(String path, String secret, byte[] body) {
    return send(
        request(path)
            .header("x-secret", secret)
            .header("content-type", "application/json")
            .header("authorization", "canary-token")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).header("x-secret", "s").GET());
  }

  private HttpRequest.Builder request(String path) {
    String port = environment.getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
