package org.communitydesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.HttpAnswer;
import org.communitydesk.http.PlatformApi;

/** The Bot API's error codes. Its descriptions are no contract: they only choose our words. */
enum TelegramFailures implements FailureTable {
  /** A refusal concerns the one person of a private chat. */
  IN_PRIVATE,
  /** A refusal in the group concerns the bot's own rights there. */
  IN_GROUP,
  /** What is to be deleted and not there is deleted. */
  DELETING;

  // No code tells it from other refusals: https://core.telegram.org/bots/api, 2026-11.
  private static final String NOTHING_TO_DELETE = "message to delete not found";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("message to be replied not found", "сообщения, на которое отвечаем, уже нет"),
          Map.entry("message thread not found", "обсуждения под записью уже нет"),
          Map.entry("message can't be deleted", "сообщение старше 48 часов или не удаляется"),
          Map.entry("chat not found", "чат не найден: человек не начинал разговор с ботом"),
          Map.entry("can't initiate conversation", "человек не начинал разговор с ботом"),
          Map.entry("message is too long", "сообщение слишком длинное"),
          Map.entry("caption is too long", "подпись слишком длинная"),
          Map.entry("not enough rights", "у бота не хватает прав в группе"),
          Map.entry("administrator", "администратора заблокировать нельзя"),
          Map.entry("blocked by the user", "пользователь заблокировал бота"),
          Map.entry("user is deactivated", "пользователь удалил свой аккаунт"),
          Map.entry("wrong file", "файла больше нет"),
          Map.entry("file is too big", "файл больше 20 МБ"));

  @Override
  public Optional<CallFailure> judge(HttpAnswer answer) {
    int status = answer.status();
    JsonNode body = answer.body();
    if (status >= 500 || body.path("ok").asBoolean(true)) {
      return Optional.empty();
    }
    int code = body.path("error_code").asInt(status);
    JsonNode parameters = body.path("parameters");
    String description = body.path("description").asText("");
    String reason = "Telegram, ошибка " + code + ": " + words(description);
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
              this != IN_PRIVATE
                  ? new CallFailure.LockedOut("Бот исключён из группы обсуждений или бесправен")
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

  @Override
  public boolean isDone(HttpAnswer answer) {
    return this == DELETING
        && answer.body().path("description").asText("").contains(NOTHING_TO_DELETE);
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
