package org.communitydesk.channel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;

/** The matrix as a page for people, Russian. */
final class CapabilityPage {

  private static final String HEAD =
      """
      # Что умеют каналы

      Эта страница создана из `src/main/resources/channel/capabilities.json`; правки руками пропадут.
      Обновить: `mvn test -Dtest=CapabilityMatrixTest -Dcatalog.write=true`. Тот же тест проверяет, что программа
      обращается к платформе ровно за тем, что здесь отмечено. Чего платформа не даёт через API, модератор делает вручную.

      ## Возможности

      """;

  private static final String NOTES =
      """

      Без части настроек аккаунт умеет меньше:

      - **ВКонтакте** без `admin-token` не удаляет и не восстанавливает, не блокирует, не прикладывает картинку к
        комментарию и не ищет свой комментарий после сбоя; под фотографиями, видео, товарами и в обсуждениях отвечает
        тоже только с ним. Срок блокировки — не больше года.
      - **Telegram** блокирует на срок до 366 дней и вместе с человеком убирает его сообщения в группе; канал
        блокируется только навсегда, до разблокировки. Запрет писать сообщений не трогает. Подпись к картинке или файлу — не длиннее 1024 знаков.
      - **X** блокирует и разблокирует только с доступом Enterprise (`enterprise`).
      - **Facebook** и **Instagram** отвечают после первых суток только с меткой HUMAN_AGENT (`human-agent`).

      ## Длина ответа

      """;

  private CapabilityPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    row(page, "Возможность", Platform::title);
    row(page, "---", platform -> ":-:");
    for (Capability capability : Capability.values()) {
      String title = capability.title();
      row(
          page,
          Character.toUpperCase(title.charAt(0)) + title.substring(1),
          platform -> Capabilities.of(platform).can(capability) ? "✓" : "—");
    }
    page.append(NOTES)
        .append("| Платформа | Комментарий | Личное сообщение |\n| --- | --- | --- |\n");
    for (Platform platform : Platform.values()) {
      page.append(
          "| %s | %s | %s |\n"
              .formatted(
                  platform.title(), limit(platform, Kind.COMMENT), limit(platform, Kind.PRIVATE)));
    }
    page.append("\n## Сколько ждёт платформа\n\n")
        .append(
            "| Платформа | Личное сообщение | Личный ответ на комментарий |\n| --- | --- | --- |\n");
    for (Platform platform : Platform.values()) {
      page.append(
          "| %s | %s | %s |\n".formatted(platform.title(), window(platform), privately(platform)));
    }
    page.append("\n## Как часто можно отвечать\n\n| Платформа | Не больше |\n| --- | --- |\n");
    for (Platform platform : Platform.values()) {
      page.append("| %s | %s |\n".formatted(platform.title(), rates(platform)));
    }
    return page.toString();
  }

  private static void row(StringBuilder page, String head, Function<Platform, String> cell) {
    page.append(
        Stream.concat(Stream.of(head), Stream.of(Platform.values()).map(cell))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String limit(Platform platform, Kind kind) {
    TextLimit limit = Capabilities.of(platform).textLimits().get(kind);
    if (limit == null) {
      return "—";
    }
    return limit.most()
        + switch (limit.counting()) {
          case UTF16 -> " знаков";
          case BYTES -> " байт UTF-8";
          case WEIGHTED -> " по счёту X: ссылка — 23, иероглиф и эмодзи — 2";
        };
  }

  private static String window(Platform platform) {
    if (!Capabilities.of(platform).can(Capability.REPLY_PRIVATE)) {
      return "—";
    }
    return Capabilities.of(platform)
        .window(Kind.PRIVATE)
        .map(
            window ->
                time(window.open())
                    + " после сообщения человека"
                    + (window.extended() == null
                        ? ""
                        : ", с разрешением платформы " + time(window.extended())))
        .orElse("без срока");
  }

  private static String privately(Platform platform) {
    if (!Capabilities.of(platform).can(Capability.PRIVATE_ANSWER_TO_COMMENT)) {
      return "—";
    }
    Duration within = Capabilities.of(platform).privateAnswerWithin();
    return within == null ? "без срока" : time(within) + " после комментария";
  }

  private static String rates(Platform platform) {
    List<String> rates =
        Capabilities.of(platform).rates().stream()
            .map(
                rate ->
                    "%d за %s%s"
                        .formatted(
                            rate.calls(),
                            time(rate.per()),
                            Objects.equals(rate.of(), Kind.COMMENT)
                                ? " (комментарии)"
                                : rate.of() == null ? "" : " (личные сообщения)"))
            .toList();
    return rates.isEmpty() ? "нет данных" : String.join("; ", rates);
  }

  private static String time(Duration time) {
    if (time.toHours() >= 48) {
      return time.toDays() + " дн.";
    }
    if (time.toHours() >= 1) {
      return time.toHours() + " ч";
    }
    return time.toMinutes() >= 1 ? time.toMinutes() + " мин" : time.toSeconds() + " с";
  }
}
