package org.communitydesk.sandbox.x;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.communitydesk.sandbox.world.Answer;
import org.communitydesk.sandbox.world.Calls;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Values;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * The account's tokens. Where the desk has a refresh token they last two hours, and each refresh
 * token can be used once.
 */
@RestController
@RequestMapping("/sandbox/x")
class XTokens {

  private static final Duration LIFE = Duration.ofHours(2);
  private static final String SETTING = "desk.channel.x.main.refresh-token";
  private static final String TOKEN = "token";
  private static final String UNTIL = "token until";
  private static final String REFRESH = "refresh token";
  private static final String COUNTER = "tokens";

  private final Values values;
  private final Counters counters;
  private final Faults faults;
  private final Calls calls;
  private final Environment environment;
  private final Clock clock;

  XTokens(
      Values values,
      Counters counters,
      Faults faults,
      Calls calls,
      Environment environment,
      Clock clock) {
    this.values = values;
    this.counters = counters;
    this.faults = faults;
    this.calls = calls;
    this.environment = environment;
    this.clock = clock;
  }

  /** Whether a call with that header is ours. */
  boolean isGood(String authorization) {
    return authorization.equals("Bearer " + value(TOKEN, () -> X.TOKEN))
        && !faults.tokenExpired(X.PLATFORM)
        && (environment.getProperty(SETTING, "").isEmpty() || !isOver());
  }

  /** The first token's two hours begin with the first call. */
  private boolean isOver() {
    String until = value(UNTIL, () -> clock.instant().plus(LIFE).toString());
    if (values.get(X.PLATFORM, UNTIL).isEmpty()) {
      values.set(X.PLATFORM, UNTIL, until);
    }
    return !Instant.parse(until).isAfter(clock.instant());
  }

  private String value(String name, Supplier<String> first) {
    return values.get(X.PLATFORM, name).orElseGet(first);
  }

  @PostMapping("/2/oauth2/token")
  DeferredResult<ResponseEntity<String>> renew(
      @RequestHeader(defaultValue = "") String authorization,
      @RequestParam("grant_type") String grant,
      @RequestParam("refresh_token") String refresh,
      @RequestParam(name = "client_id", defaultValue = "") String client,
      HttpServletRequest http) {
    return calls.answer(
        X.PLATFORM,
        http,
        "/2/oauth2/token",
        Set.of(),
        () -> exchange(authorization, grant, refresh, client),
        fault -> refused("invalid_request"));
  }

  private Answer exchange(String authorization, String grant, String refresh, String client) {
    if (!isOurApp(authorization, client)) {
      return refused("unauthorized_client");
    }
    // A new play forgets which token was given last, and takes any of an earlier one.
    boolean known =
        values
            .get(X.PLATFORM, REFRESH)
            .map(refresh::equals)
            .orElseGet(() -> refresh.startsWith("sandbox-refresh-token"));
    if (!grant.equals("refresh_token") || !known || faults.tokenExpired(X.PLATFORM)) {
      return refused("invalid_request");
    }
    long number = counters.next(X.PLATFORM, COUNTER, 1);
    values.set(X.PLATFORM, TOKEN, "sandbox-token-" + number);
    values.set(X.PLATFORM, UNTIL, clock.instant().plus(LIFE).toString());
    values.set(X.PLATFORM, REFRESH, "sandbox-refresh-token-" + number);
    return new Answer(
        200,
        Json.object()
            .put("token_type", "bearer")
            .put("expires_in", LIFE.toSeconds())
            .put("access_token", "sandbox-token-" + number)
            .put("scope", "tweet.read tweet.write users.read dm.read dm.write offline.access")
            .put("refresh_token", "sandbox-refresh-token-" + number));
  }

  /** A public client names itself in the body, a confidential one in the header. */
  private boolean isOurApp(String authorization, String client) {
    String id = environment.getProperty("desk.channel.x.main.client-id", "");
    String secret = environment.getProperty("desk.channel.x.main.client-secret", "");
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return secret.isEmpty()
        ? client.equals(id)
        : authorization.equals("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static Answer refused(String error) {
    return new Answer(
        400,
        Json.object()
            .put("error", error)
            .put("error_description", "Value passed for the token was invalid."));
  }
}
