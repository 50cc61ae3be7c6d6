package org.communitydesk.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A platform's API on a local port: it answers what it was told and remembers what it was asked.
 */
public final class FakePlatform implements AutoCloseable {

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  /** One request; the path holds the query too. */
  public record Call(String method, String path, String body, Map<String, String> headers) {

    /** The value of a header, in any case of letters; null when it was not sent. */
    public String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The last segment of the path without its query. */
    public String name() {
      return path.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    /** The fields of a form. */
    public Map<String, String> form() {
      Map<String, String> fields = new LinkedHashMap<>();
      for (String field : body.split("&", -1)) {
        String[] parts = field.split("=", 2);
        fields.put(decode(parts[0]), decode(parts[1]));
      }
      return fields;
    }

    private static String decode(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  private record Answer(int status, Map<String, String> headers, byte[] body) {}

  public FakePlatform() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::handle);
    server.start();
  }

  public URI base() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/sandbox/platform");
  }

  public List<Call> calls() {
    return calls;
  }

  /** The only call there was. */
  public Call call() {
    if (calls.size() != 1) {
      throw new AssertionError("Expected one call, but there were " + calls);
    }
    return calls.get(0);
  }

  public void answers(int status, String body) {
    answers(status, body, Map.of());
  }

  public void answers(int status, String body, Map<String, String> headers) {
    answers(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public void answers(int status, byte[] body, Map<String, String> headers) {
    answers.add(new Answer(status, headers, body));
  }

  /** Takes the request and cuts the connection before any answer. */
  public void cuts() {
    answers.add(new Answer(0, Map.of(), new byte[0]));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> headers = new LinkedHashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      String path = exchange.getRequestURI().toString();
      calls.add(new Call(exchange.getRequestMethod(), path, body, headers));
      Answer answer = answers.poll();
      if (answer == null || answer.status() == 0) {
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
