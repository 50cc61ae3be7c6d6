package org.communitydesk.channel.ok;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.HttpAnswer;

/** OK's error codes, which come with HTTP 200 (https://apiok.ru/dev/errors, 2026-11). */
final class OkFailures implements FailureTable {

  private static final Map<Integer, Duration> BUSY =
      Map.of(8, Duration.ofMinutes(1), 11, Duration.ofMinutes(10));

  private static final Set<Integer> UNSURE = Set.of(1, 2, 5000, 9999);

  private static final Set<Integer> GONE = Set.of(140, 141, 300);

  private static final Map<Integer, String> LOCKED_OUT =
      Map.ofEntries(
          Map.entry(9, "адрес нашего сервера заблокирован"),
          Map.entry(10, "у ключа не хватает прав"),
          Map.entry(22, "пользователь ключа не подтверждён"),
          Map.entry(50, "владелец ключа не администратор группы"),
          Map.entry(101, "неверный ключ приложения"),
          Map.entry(102, "срок ключа истёк"),
          Map.entry(103, "ключ недействителен"),
          Map.entry(104, "подпись не сходится: проверьте секрет приложения"),
          Map.entry(451, "у ключа нет нужной сессии"),
          Map.entry(453, "у ключа нет нужной сессии"),
          Map.entry(514, "Одноклассники требуют подтвердить вход"));

  /** At a removal they say that this one is not ours to take away; other calls go on. */
  private static final Set<Integer> OF_THIS_ONE = Set.of(10, 50);

  private static final Map<Integer, String> REFUSED =
      Map.ofEntries(
          Map.entry(7, "действие заблокировано"),
          Map.entry(100, "неверный параметр"),
          Map.entry(140, "сообщения больше нет"),
          Map.entry(141, "комментария больше нет"),
          Map.entry(160, "нет такой группы"),
          Map.entry(200, "нет прав на это обсуждение"),
          Map.entry(300, "не найдено: сообщение удалено"),
          Map.entry(454, "текст не пропустил фильтр площадки"),
          Map.entry(456, "группа этого не разрешает"),
          Map.entry(458, "пользователь закрыл личные сообщения"),
          Map.entry(511, "сработала защита от спама"));

  @Override
  public Optional<CallFailure> judge(HttpAnswer answer) {
    if (!answer.body().has("error_code")) {
      return Optional.empty();
    }
    int code = answer.body().path("error_code").asInt(-1);
    String number = "Одноклассники, ошибка " + code + ": ";
    if (BUSY.containsKey(code)) {
      return Optional.of(new CallFailure.Busy(number + "слишком много запросов", BUSY.get(code)));
    }
    if (LOCKED_OUT.containsKey(code)) {
      return Optional.of(new CallFailure.LockedOut(number + LOCKED_OUT.get(code)));
    }
    if (code < 1 || UNSURE.contains(code)) {
      return Optional.of(new CallFailure.Unsure(number + "исход неизвестен"));
    }
    return Optional.of(new CallFailure.Refused(number + REFUSED.getOrDefault(code, "отказано")));
  }

  /** The table of a call that reads one discussion: one that is gone has nothing more to say. */
  static Optional<CallFailure> judgeReading(HttpAnswer answer) {
    return isGone(answer) ? Optional.empty() : new OkFailures().judge(answer);
  }

  private static boolean isGone(HttpAnswer answer) {
    return GONE.contains(answer.body().path("error_code").asInt());
  }

  /** The table of a call that takes something away: what is gone already is as good. */
  static Optional<CallFailure> judgeRemoval(HttpAnswer answer) {
    int code = answer.body().path("error_code").asInt();
    if (isGone(answer)) {
      return Optional.empty();
    }
    return OF_THIS_ONE.contains(code)
        ? Optional.of(
            new CallFailure.Refused("Одноклассники, ошибка " + code + ": " + LOCKED_OUT.get(code)))
        : new OkFailures().judge(answer);
  }
}
