package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.HttpAnswer;

/** VK's error codes, which come with HTTP 200; the texts are no contract and are not looked at. */
final class VkFailures implements FailureTable {

  private static final Map<Integer, Duration> BUSY =
      Map.of(
          6, Duration.ofSeconds(1),
          9, Duration.ofMinutes(5),
          29, Duration.ofHours(1),
          223, Duration.ofMinutes(5));

  private static final Map<Integer, String> LOCKED_OUT =
      Map.of(
          5, "ключ пользователя недействителен",
          27, "ключ сообщества недействителен",
          28, "ключ приложения недействителен",
          1117, "срок ключа истёк");

  private static final Map<Integer, String> REFUSED =
      Map.ofEntries(
          Map.entry(7, "не хватает прав у ключа"),
          Map.entry(14, "ВКонтакте требует ввести код с картинки"),
          Map.entry(15, "доступ закрыт"),
          Map.entry(17, "ВКонтакте требует подтвердить вход"),
          Map.entry(18, "страница пользователя удалена или заблокирована"),
          Map.entry(24, "ВКонтакте требует подтверждения человеком"),
          Map.entry(100, "неверный параметр: возможно, комментария уже нет"),
          Map.entry(104, "не найдено: комментарий удалён"),
          Map.entry(203, "нет доступа к сообществу"),
          Map.entry(211, "нет доступа к комментарию"),
          Map.entry(212, "нет доступа к комментариям записи"),
          Map.entry(213, "отвечать под этой записью нельзя"),
          Map.entry(222, "ссылки в комментариях запрещены"),
          Map.entry(703, "администратору нужна двухфакторная защита"),
          Map.entry(900, "пользователь в чёрном списке"),
          Map.entry(901, "пользователь не разрешал сообщения от сообщества"),
          Map.entry(902, "пользователь закрыл личные сообщения"),
          Map.entry(914, "сообщение слишком длинное"),
          Map.entry(3300, "ВКонтакте требует ввести код с картинки"));

  private final Set<Integer> done;

  /**
   * @param done codes which say that what was asked for is so already
   */
  VkFailures(Integer... done) {
    this.done = Set.of(done);
  }

  @Override
  public Optional<CallFailure> judge(HttpAnswer answer) {
    JsonNode error = answer.body().path("error");
    if (answer.status() != 200 || !error.isObject()) {
      return Optional.empty();
    }
    int code = error.path("error_code").asInt(-1);
    return Optional.of(failure(code));
  }

  @Override
  public boolean isDone(HttpAnswer answer) {
    return done.contains(answer.body().path("error").path("error_code").asInt(-1));
  }

  private static CallFailure failure(int code) {
    String number = "ВКонтакте, ошибка " + code + ": ";
    if (BUSY.containsKey(code)) {
      return new CallFailure.Busy(number + "слишком много запросов", BUSY.get(code));
    }
    if (LOCKED_OUT.containsKey(code)) {
      return new CallFailure.LockedOut(number + LOCKED_OUT.get(code));
    }
    if (code == 1 || code == 10 || code < 0) {
      return new CallFailure.Unsure(number + "исход неизвестен");
    }
    return new CallFailure.Refused(number + REFUSED.getOrDefault(code, "отказано"));
  }
}
