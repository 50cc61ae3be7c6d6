package org.communitydesk.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.HttpAnswer;
import org.communitydesk.http.PlatformApi;

/**
 * X's two forms of errors: a problem with a type, and a list of codes. Two refusals of a reply have
 * neither and are told apart by their words, as third parties quote them (2026-11).
 */
final class XFailures implements FailureTable {

  private static final Duration NO_RESET = Duration.ofSeconds(60);
  private static final int DUPLICATE = 187;

  private final Clock clock;

  XFailures(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Optional<CallFailure> judge(HttpAnswer answer) {
    JsonNode first = answer.body().path("errors").path(0);
    String type = answer.body().path("type").asText(first.path("type").asText(""));
    String name = type.substring(type.lastIndexOf('/') + 1);
    int code = first.path("code").asInt();
    String said = answer.body().path("detail").asText(first.path("message").asText(""));
    return switch (answer.status()) {
      case 200, 201 -> withoutData(answer.body(), name);
      case 401 -> Optional.of(new CallFailure.LockedOut("X, 401: ключ недействителен или истёк"));
      case 402 -> Optional.of(new CallFailure.LockedOut("X, 402: закончились оплаченные вызовы"));
      case 403 -> Optional.of(forbidden(name, code, said));
      case 404 -> Optional.of(new CallFailure.Refused("X, 404: сообщения больше нет"));
      case 429 ->
          Optional.of(new CallFailure.Busy("X, 429: слишком много запросов", untilReset(answer)));
      default -> Optional.empty();
    };
  }

  /** An answer may hold errors beside its data, or instead of them. */
  private static Optional<CallFailure> withoutData(JsonNode body, String name) {
    if (body.has("data") || body.has("meta") || !body.path("errors").isArray()) {
      return Optional.empty();
    }
    return Optional.of(
        new CallFailure.Refused(
            name.equals("resource-not-found")
                ? "X: сообщения больше нет"
                : "X отказал без объяснения"));
  }

  private static CallFailure forbidden(String name, int code, String said) {
    if (code == DUPLICATE || said.contains("duplicate content")) {
      return new CallFailure.Unsure("X, 403: такой ответ там, возможно, уже стоит");
    }
    if (said.contains("have not been mentioned")) {
      return new CallFailure.Refused(
          "X, 403: на этом тарифе отвечать можно только тем, кто упомянул бренд, — ответьте вручную");
    }
    return switch (name) {
      case "client-not-enrolled", "unsupported-authentication", "credits-depleted" ->
          new CallFailure.LockedOut("X, 403: у ключа нет доступа к этому вызову");
      case "not-authorized-for-resource" ->
          new CallFailure.Refused("X, 403: автор закрыл доступ или заблокировал бренд");
      default -> new CallFailure.Refused("X, 403: отказано");
    };
  }

  private Duration untilReset(HttpAnswer answer) {
    String reset = answer.header("x-rate-limit-reset").orElse("");
    if (!reset.matches("\\d{1,11}")) {
      return NO_RESET;
    }
    Duration wait = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset)));
    return wait.isNegative() || wait.isZero() ? NO_RESET : PlatformApi.bounded(wait);
  }
}
