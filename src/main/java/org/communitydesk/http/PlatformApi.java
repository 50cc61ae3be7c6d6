package org.communitydesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one platform's API: one attempt per call, no redirects, an end to every wait. Failures name
 * the method, never the address, because a token may stand in it.
 */
public final class PlatformApi {

  private static final Logger log = LoggerFactory.getLogger(PlatformApi.class);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration TOTAL_LIMIT = Duration.ofSeconds(20);
  private static final int UNAUTHORIZED = 401;
  private static final int MAX_ANSWER = 8 * 1024 * 1024;
  private static final Duration OFFLINE_WAIT = Duration.ofSeconds(30);
  private static final Duration BUSY_WAIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  // An idle connection that a firewall has dropped would make a write's outcome unknown.
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(20);

  private static final Meter UNMETERED =
      new Meter((path, answer) -> Map.of(), new ConcurrentHashMap<>());

  private final Supplier<URI> base;
  private final FailureTable failures;
  private final Duration totalLimit;
  private final Supplier<Map<String, String>> headers;
  private final Connection connection;
  private final Meter meter;
  private final Renewal renewal;

  /**
   * Finds in an answer how much the platform still allows.
   *
   * @see #metering
   */
  @FunctionalInterface
  public interface QuotaReader {

    /**
     * By the name of what is counted together; empty when the answer does not say it.
     *
     * @param path what was called, without the base address
     */
    Map<String, Quota> read(String path, HttpAnswer answer);
  }

  /**
   * Finds another key when the platform does not know ours any more.
   *
   * @see #renewing
   */
  @FunctionalInterface
  public interface Renewal {

    /**
     * Whether the call may be made once more with the headers that count then.
     *
     * @param sent the headers that were refused
     * @throws CallFailure when there is no other key; it is the call's failure then
     */
    boolean renew(Map<String, String> sent) throws CallFailure;
  }

  private record Meter(QuotaReader reader, Map<String, Quota> latest) {

    // what was done is done, whatever a strange header says
    void note(String path, HttpAnswer answer) {
      try {
        latest.putAll(reader.read(path, answer));
      } catch (RuntimeException strange) {
        log.warn("{}: the platform's words on its limits cannot be read", path, strange);
      }
    }
  }

  /**
   * @param base what stands before the method's name, without a slash at its end
   * @param proxy {@code http://host:port}; null means none
   */
  public PlatformApi(URI base, URI proxy, FailureTable failures) {
    this(base, proxy, failures, TOTAL_LIMIT);
  }

  PlatformApi(URI base, URI proxy, FailureTable failures, Duration totalLimit) {
    this(
        () -> base, failures, totalLimit, Map::of, new Connection(proxy), UNMETERED, sent -> false);
  }

  private PlatformApi(
      Supplier<URI> base,
      FailureTable failures,
      Duration totalLimit,
      Supplier<Map<String, String>> headers,
      Connection connection,
      Meter meter,
      Renewal renewal) {
    this.base = base;
    this.failures = failures;
    this.totalLimit = totalLimit;
    this.headers = headers;
    this.connection = connection;
    this.meter = meter;
    this.renewal = renewal;
  }

  /** The same API with headers on every call, asked for at each call. */
  public PlatformApi with(Supplier<Map<String, String>> headers) {
    return new PlatformApi(base, failures, totalLimit, headers, connection, meter, renewal);
  }

  /** The same API under a base that is asked for at each call, because a key stands in it. */
  public PlatformApi under(Supplier<URI> base) {
    return new PlatformApi(base, failures, totalLimit, headers, connection, meter, renewal);
  }

  /** The same API that remembers what its answers say about the platform's limits. */
  public PlatformApi metering(QuotaReader reader) {
    Meter own = new Meter(reader, new ConcurrentHashMap<>());
    return new PlatformApi(base, failures, totalLimit, headers, connection, own, renewal);
  }

  /**
   * The same API that asks for another key when the answer is 401, and makes the call again: what
   * was answered so was certainly not done.
   */
  public PlatformApi renewing(Renewal renewal) {
    return new PlatformApi(base, failures, totalLimit, headers, connection, meter, renewal);
  }

  /** What the latest answers with such words said, by name; empty before the first. */
  public Map<String, Quota> quotas() {
    return Map.copyOf(meter.latest());
  }

  /**
   * Makes a call that changes something.
   *
   * @throws CallFailure.Unsure when the call began and no clear answer came
   */
  public JsonNode send(String method, Content content) throws CallFailure {
    return send(method, content, failures);
  }

  /** As {@link #send(String, Content)}, with a table for this call alone. */
  public JsonNode send(String method, Content content, FailureTable table) throws CallFailure {
    return send("POST", method, content, table);
  }

  /**
   * As {@link #send(String, Content)} with another verb.
   *
   * @param verb {@code PUT} or {@code DELETE}; both may carry a body
   */
  public JsonNode send(String verb, String path, Content content) throws CallFailure {
    return send(verb, path, content, failures);
  }

  private JsonNode send(String verb, String path, Content content, FailureTable table) {
    return exchange(path, writing(verb, address(path), content), table);
  }

  /**
   * As {@link #send(String, Content)} to an address that holds a key.
   *
   * @param name stands in failures instead of the address
   */
  public JsonNode send(String name, URI address, Content content) throws CallFailure {
    return exchange(name, writing("POST", address, content), failures);
  }

  private static HttpRequest.Builder writing(String verb, URI address, Content content) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).method(verb, content.publisher());
    return content.type().isEmpty() ? request : request.header("Content-Type", content.type());
  }

  /**
   * Makes a GET, which changes nothing; what would be {@code Unsure} is {@code Busy}.
   *
   * @param query names and values, percent-encoded here; may be empty
   */
  public JsonNode get(String path, Map<String, String> query) throws CallFailure {
    String parameters =
        query.entrySet().stream()
            .map(p -> Content.encode(p.getKey()) + "=" + Content.encode(p.getValue()))
            .collect(Collectors.joining("&"));
    return ask(path, address(parameters.isEmpty() ? path : path + "?" + parameters));
  }

  private URI address(String path) {
    return URI.create(base.get() + "/" + path);
  }

  /** Makes a call that changes nothing; what would be {@code Unsure} is {@code Busy}. */
  public JsonNode ask(String method, Content content) throws CallFailure {
    return ask(method, content, failures);
  }

  /** As {@link #ask(String, Content)}, with a table for this call alone. */
  public JsonNode ask(String method, Content content, FailureTable table) throws CallFailure {
    try {
      return send(method, content, table);
    } catch (CallFailure.Unsure e) {
      throw new CallFailure.Busy(e.getMessage(), OFFLINE_WAIT);
    }
  }

  /**
   * Gets an address that the platform gave us for waiting on events; what would be {@code Unsure}
   * is {@code Busy}.
   *
   * @param name stands in failures instead of the address
   */
  public JsonNode ask(String name, URI address) throws CallFailure {
    try {
      return exchange(name, HttpRequest.newBuilder(given(name, address)).GET(), failures);
    } catch (CallFailure.Unsure e) {
      throw new CallFailure.Busy(e.getMessage(), OFFLINE_WAIT);
    }
  }

  /**
   * Posts to an address that the platform gave us what nobody sees before a later call, as an
   * upload; what would be {@code Unsure} is {@code Busy}.
   *
   * @param name stands in failures instead of the address
   */
  public JsonNode ask(String name, URI address, Content content) throws CallFailure {
    try {
      return exchange(name, writing("POST", given(name, address), content), failures);
    } catch (CallFailure.Unsure e) {
      throw new CallFailure.Busy(e.getMessage(), OFFLINE_WAIT);
    }
  }

  private static URI given(String name, URI address) {
    if (address.getHost() == null || !String.valueOf(address.getScheme()).startsWith("http")) {
      throw new CallFailure.Busy(name + ": платформа назвала негодный адрес", OFFLINE_WAIT);
    }
    return address;
  }

  private JsonNode exchange(String name, HttpRequest.Builder request, FailureTable table) {
    Map<String, String> sent = headers.get();
    HttpResponse<byte[]> response = response(name, request, sent);
    if (response.statusCode() == UNAUTHORIZED && renewal.renew(sent)) {
      response = response(name, request, headers.get());
    }
    JsonNode body = Json.readAnswer(response.body());
    HttpAnswer answer = new HttpAnswer(response.statusCode(), body, response.headers());
    meter.note(name, answer);
    if (body.isMissingNode() && response.statusCode() / 100 == 2) {
      throw new CallFailure.Unsure(name + ": ответ платформы не читается");
    }
    if (table.isDone(answer)) {
      return body;
    }
    Optional<CallFailure> failure = table.judge(answer);
    if (failure.isEmpty()) {
      failure = byStatus(name, response);
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return body;
  }

  private HttpResponse<byte[]> response(
      String name, HttpRequest.Builder bare, Map<String, String> with) {
    HttpRequest.Builder request = bare.copy().timeout(totalLimit);
    with.forEach(request::header);
    return response(name, request.build());
  }

  private HttpResponse<byte[]> response(String name, HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> call =
        connection.client().sendAsync(request, head -> new Capped(MAX_ANSWER));
    try {
      return call.get(totalLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (neverBegan(e.getCause())) {
        throw new CallFailure.Busy(name + ": платформа недоступна", OFFLINE_WAIT);
      }
      throw new CallFailure.Unsure(name + ": связь прервалась до ответа платформы");
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new CallFailure.Unsure(name + ": платформа не ответила вовремя");
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new CallFailure.Unsure(name + ": вызов прерван остановкой программы");
    }
  }

  private static boolean neverBegan(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof SSLHandshakeException
        || (failure instanceof IOException && failure.getCause() instanceof ConnectException);
  }

  private static Optional<CallFailure> byStatus(String name, HttpResponse<?> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return Optional.empty();
    }
    if (status >= 500) {
      return Optional.of(new CallFailure.Unsure(name + ": ошибка платформы, HTTP " + status));
    }
    return Optional.of(
        switch (status) {
          case 429 ->
              new CallFailure.Busy(
                  name + ": слишком много запросов", retryAfter(response.headers()));
          case 400, 409, 410, 413, 422 ->
              new CallFailure.Refused(name + ": платформа отказала, HTTP " + status);
          default ->
              new CallFailure.LockedOut(
                  name + ": HTTP " + status + ", проверьте ключ, адрес API и прокси");
        });
  }

  private static Duration retryAfter(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (value.matches("\\d{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      return bounded(
          Duration.between(httpDate(headers.firstValue("Date").orElse("")), httpDate(value)));
    } catch (DateTimeException e) {
      return BUSY_WAIT;
    }
  }

  private static ZonedDateTime httpDate(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  /** A wait that a platform asks for, at least a second and at most a day. */
  public static Duration bounded(Duration wait) {
    if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
      return Duration.ofSeconds(1);
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /** Connections of one platform, opened anew when they have been idle for long. */
  private static final class Connection {

    private final Optional<URI> proxy;
    private HttpClient client;
    private long lastUse;

    Connection(URI proxy) {
      this.proxy = Optional.ofNullable(proxy);
    }

    synchronized HttpClient client() {
      long now = System.nanoTime();
      if (client == null || now - lastUse > IDLE_LIMIT.toNanos()) {
        HttpClient.Builder builder =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT);
        proxy.ifPresent(
            p -> builder.proxy(ProxySelector.of(new InetSocketAddress(p.getHost(), p.getPort()))));
        client = builder.build();
      }
      lastUse = now;
      return client;
    }
  }
}
