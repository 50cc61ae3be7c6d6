package org.communitydesk.channel.viber;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.HttpAnswer;

/** Viber's error codes, which come with HTTP 200 in the field {@code status}. */
final class ViberFailures implements FailureTable {

  // It ends when the person answers, at the latest after an hour:
  // https://developers.viber.com/docs/api/rest-bot-api, 2026-11.
  private static final Duration WAIT = Duration.ofMinutes(10);

  private static final Map<Integer, String> LOCKED_OUT =
      Map.of(
          1, "адрес вебхука не подходит",
          2, "ключ бота недействителен",
          7, "бот заблокирован",
          8, "бота с этим ключом нет",
          9, "бот приостановлен",
          10, "вебхук не установлен",
          15, "бот не допущен к этому вызову");

  private static final Map<Integer, String> REFUSED =
      Map.of(
          3, "сообщение записано с ошибкой",
          4, "в сообщении чего-то не хватает",
          5, "такого пользователя нет",
          6, "человек отписался от бота или заблокировал его",
          11, "устройство человека не показывает такие сообщения",
          13, "программа Viber у человека слишком старая",
          21, "в страну человека сообщения не отправляются",
          23, "бесплатные сообщения кончились: скажите администратору",
          24, "на счёте нет денег: скажите администратору");

  @Override
  public Optional<CallFailure> judge(HttpAnswer answer) {
    JsonNode status = answer.body().path("status");
    if (answer.status() >= 500 || !status.canConvertToInt() || status.intValue() == 0) {
      return Optional.empty();
    }
    return Optional.of(failure(status.intValue()));
  }

  private static CallFailure failure(int code) {
    String number = "Viber, ошибка " + code + ": ";
    if (code == 12) {
      return new CallFailure.Busy(number + "слишком много сообщений", WAIT);
    }
    if (LOCKED_OUT.containsKey(code)) {
      return new CallFailure.LockedOut(number + LOCKED_OUT.get(code));
    }
    if (code == 99) {
      return new CallFailure.Unsure(number + "исход неизвестен");
    }
    return new CallFailure.Refused(number + REFUSED.getOrDefault(code, "отказано"));
  }
}
