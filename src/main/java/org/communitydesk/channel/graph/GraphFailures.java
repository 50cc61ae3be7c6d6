package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.HttpAnswer;

/** The Graph API's errors by code and subcode; they come with any HTTP status, 200 included. */
public final class GraphFailures implements FailureTable {

  private static final Duration ROLLING_HOUR = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofSeconds(10);

  private static final Map<String, Verdict> COMMON =
      Map.ofEntries(
          Map.entry("1", Verdict.unsure("неизвестная ошибка")),
          Map.entry("2", Verdict.unsure("временная ошибка")),
          Map.entry("3", Verdict.lockedOut("приложению не дали эту возможность")),
          Map.entry("4", Verdict.busy(ROLLING_HOUR)),
          Map.entry("17", Verdict.busy(ROLLING_HOUR)),
          Map.entry("32", Verdict.busy(ROLLING_HOUR)),
          Map.entry("341", Verdict.busy(ROLLING_HOUR)),
          Map.entry("613", Verdict.busy(SHORT)),
          Map.entry("80001", Verdict.busy(ROLLING_HOUR)),
          Map.entry("80002", Verdict.busy(ROLLING_HOUR)),
          Map.entry("80006", Verdict.busy(ROLLING_HOUR)),
          Map.entry("80007", Verdict.busy(ROLLING_HOUR)),
          Map.entry("80008", Verdict.busy(ROLLING_HOUR)),
          Map.entry("10", Verdict.lockedOut("не хватает прав")),
          Map.entry("102", Verdict.lockedOut("сеанс закрыт: нужен новый ключ")),
          Map.entry("104", Verdict.lockedOut("вызов без ключа")),
          Map.entry("190", Verdict.lockedOut("ключ недействителен")),
          Map.entry("190/458", Verdict.lockedOut("приложение отключено от страницы")),
          Map.entry("190/459", Verdict.lockedOut("Meta ждёт, что владелец войдёт в аккаунт")),
          Map.entry("190/460", Verdict.lockedOut("владелец сменил пароль: нужен новый ключ")),
          Map.entry("190/463", Verdict.lockedOut("срок ключа истёк")),
          Map.entry("190/464", Verdict.lockedOut("аккаунт владельца не подтверждён")),
          Map.entry("190/492", Verdict.lockedOut("владелец ключа больше не управляет страницей")),
          Map.entry("368", Verdict.lockedOut("Meta временно запретила действия за нарушения")),
          Map.entry("2500", Verdict.lockedOut("такого адреса нет: проверьте api-version")),
          Map.entry("100", Verdict.refused("неверный параметр")),
          Map.entry("100/33", Verdict.refused("не найдено: возможно, уже удалено или скрыто")),
          Map.entry("506", Verdict.unsure("такой же текст только что опубликован")),
          Map.entry("1609005", Verdict.refused("ссылка не открывается")));

  private final Map<String, Verdict> verdicts;

  /** What one error means. */
  public static final class Verdict {

    private enum Kind {
      BUSY,
      REFUSED,
      LOCKED_OUT,
      UNSURE
    }

    private final Kind kind;
    private final String reason;
    private final Duration wait;

    private Verdict(Kind kind, String reason, Duration wait) {
      this.kind = kind;
      this.reason = reason;
      this.wait = wait;
    }

    /**
     * @param wait when the platform states none itself
     */
    public static Verdict busy(Duration wait) {
      return new Verdict(Kind.BUSY, "слишком много запросов", wait);
    }

    /**
     * @param reason for the moderator, Russian, without a capital letter and a full stop
     */
    public static Verdict refused(String reason) {
      return new Verdict(Kind.REFUSED, reason, Duration.ZERO);
    }

    /**
     * @param reason for the operator, Russian, without a capital letter and a full stop
     */
    public static Verdict lockedOut(String reason) {
      return new Verdict(Kind.LOCKED_OUT, reason, Duration.ZERO);
    }

    /**
     * @param reason for the moderator, Russian, without a capital letter and a full stop
     */
    public static Verdict unsure(String reason) {
      return new Verdict(Kind.UNSURE, reason + ", исход неизвестен", Duration.ZERO);
    }

    private CallFailure failure(String text, Duration stated) {
      return switch (kind) {
        case BUSY -> new CallFailure.Busy(text, stated.isZero() ? wait : stated);
        case REFUSED -> new CallFailure.Refused(text);
        case LOCKED_OUT -> new CallFailure.LockedOut(text);
        case UNSURE -> new CallFailure.Unsure(text);
      };
    }
  }

  /**
   * @param more verdicts of one platform by {@code code} or {@code code/subcode}; they go before
   *     the common ones
   */
  public GraphFailures(Map<String, Verdict> more) {
    this.verdicts = new HashMap<>(COMMON);
    verdicts.putAll(more);
  }

  /** The same table with other verdicts for one call. */
  public GraphFailures with(Map<String, Verdict> more) {
    Map<String, Verdict> all = new HashMap<>(verdicts);
    all.putAll(more);
    return new GraphFailures(all);
  }

  @Override
  public Optional<CallFailure> judge(HttpAnswer answer) {
    JsonNode error = answer.body().path("error");
    if (!error.isObject()) {
      return Optional.empty();
    }
    int code = error.path("code").asInt(-1);
    int subcode = error.path("error_subcode").asInt(0);
    String number = subcode == 0 ? String.valueOf(code) : code + "/" + subcode;
    Verdict verdict = verdict(answer, code, number);
    return Optional.of(
        verdict.failure(
            "Meta, ошибка " + number + ": " + verdict.reason, GraphUsage.stated(answer)));
  }

  private Verdict verdict(HttpAnswer answer, int code, String number) {
    Verdict exact = verdicts.get(number);
    Verdict known = exact == null ? verdicts.get(String.valueOf(code)) : exact;
    if (known != null) {
      return known;
    }
    if (code >= 200 && code <= 299) {
      return Verdict.lockedOut("не хватает прав");
    }
    return code < 0 || answer.status() >= 500
        ? Verdict.unsure("ошибка")
        : Verdict.refused("отказано");
  }
}
