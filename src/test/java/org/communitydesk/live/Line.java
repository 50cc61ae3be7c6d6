package org.communitydesk.live;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.communitydesk.support.Desk;

/** Somebody who listens to {@code /api/live}; opened when the desk has said its first word. */
final class Line implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpResponse<Stream<String>> answer;
  private final CompletableFuture<Void> end;

  private Line(HttpRequest.Builder request) {
    try {
      answer =
          HTTP.send(
              request.header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofLines());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    end = CompletableFuture.runAsync(() -> answer.body().forEach(heard::add));
  }

  static Line of(String person) {
    byte[] login = (person + ":sandbox").getBytes(StandardCharsets.UTF_8);
    Line line =
        new Line(
            request()
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
    return line.opened();
  }

  static Line withCookie(String cookie) {
    return new Line(request().header("Cookie", cookie)).opened();
  }

  private static HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(Desk.address() + "/api/live"));
  }

  private Line opened() {
    await().atMost(Duration.ofSeconds(10)).until(() -> heard.contains("event:refresh"));
    return this;
  }

  HttpResponse<?> answer() {
    return answer;
  }

  List<String> heard() {
    return heard;
  }

  /** Whether it was told of that change. */
  boolean hasHeard(String caseId, String what) {
    return heard.contains("data:{\"caseId\":\"" + caseId + "\",\"what\":\"" + what + "\"}");
  }

  boolean isOver() {
    return end.isDone();
  }

  @Override
  public void close() {
    answer.body().close();
  }
}
