package org.communitydesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.wire.CallFailure;
import org.communitydesk.wire.FailureTable;
import org.communitydesk.wire.HttpAnswer;
import org.communitydesk.wire.PlatformApi;

/** The Bot API's error codes. Its descriptions are no contract: they only choose our words. */
enum TelegramFailures implements FailureTable {
  /** A refusal concerns the one person of a private chat. */
  IN_PRIVATE,
  /** A refusal in the group concerns the bot's own rights there. */
  IN_GROUP;

  private static final Map<String, String> WORDS =
      Map.of(
          "message to be replied not found", "сообщения, на которое отвечаем, уже нет",
          "message thread not found", "обсуждения под записью уже нет",
          "chat not found", "чат не найден",
          "message is too long", "сообщение слишком длинное",
          "not enough rights", "у бота не хватает прав в группе",
          "blocked by the user", "пользователь заблокировал бота",
          "user is deactivated", "пользователь удалил свой аккаунт",
          "wrong file", "файла больше нет",
          "file is too big", "файл больше 20 МБ");

  @Override
  public Optional<CallFailure> judge(HttpAnswer answer) {
    int status = answer.status();
    JsonNode body = answer.body();
    if (status >= 500 || body.path("ok").asBoolean(true)) {
      return Optional.empty();
    }
    int code = body.path("error_code").asInt(status);
    JsonNode parameters = body.path("parameters");
    String reason = "Telegram, ошибка " + code + ": " + words(body.path("description").asText(""));
    return switch (code) {
      case 429 ->
          Optional.of(
              new CallFailure.Busy(
                  "Telegram, ошибка 429: слишком много запросов",
                  PlatformApi.bounded(
                      Duration.ofSeconds(parameters.path("retry_after").asInt(60)))));
      case 401, 404 -> Optional.of(new CallFailure.LockedOut("Telegram не узнаёт ключ бота"));
      case 403 ->
          Optional.of(
              this == IN_GROUP
                  ? new CallFailure.LockedOut("Бот не может писать в группу обсуждений")
                  : new CallFailure.Refused(reason));
      case 409 ->
          Optional.of(
              new CallFailure.LockedOut(
                  "Telegram отдаёт события в другое место: уберите вебхук или второй опрос"));
      default ->
          code >= 500
              ? Optional.of(new CallFailure.Unsure(reason))
              : Optional.of(new CallFailure.Refused(refusal(reason, parameters)));
    };
  }

  private static String refusal(String reason, JsonNode parameters) {
    return parameters.has("migrate_to_chat_id")
        ? "Группа обсуждений стала супергруппой: новый discussion-id "
            + parameters.path("migrate_to_chat_id").asLong()
        : reason;
  }

  private static String words(String description) {
    return WORDS.entrySet().stream()
        .filter(entry -> description.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("отказано");
  }
}
