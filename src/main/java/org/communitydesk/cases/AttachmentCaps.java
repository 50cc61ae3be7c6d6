package org.communitydesk.cases;

import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code desk.attachments.*}: how much users' files may weigh. What is beyond is left
 * out, and the conversation says so. A cap that lets nothing in is refused.
 */
@ConfigurationProperties("desk.attachments")
record AttachmentCaps(
    @DefaultValue("20") int mostPerMessage,
    @DefaultValue("100MB") DataSize mostBytesPerMessage,
    @DefaultValue("200") int mostPerCase,
    @DefaultValue("500MB") DataSize mostBytesPerCase) {

  AttachmentCaps {
    if (mostPerMessage < 1
        || mostPerCase < 1
        || mostBytesPerMessage.toBytes() < 1
        || mostBytesPerCase.toBytes() < 1) {
      throw new IllegalArgumentException(
          "Значения desk.attachments.* должны быть больше нуля: иначе не сохранится ни одно вложение.");
    }
  }

  /** What is there already: files, or bytes. */
  record Used(long ofMessage, long ofCase) {}

  /** How many more files may come. */
  int room(Used files) {
    return (int)
        Math.max(0, Math.min(mostPerMessage - files.ofMessage, mostPerCase - files.ofCase));
  }

  /** What the moderator reads of files that found no room. */
  String leftOut(Used files, int count) {
    String cap =
        mostPerMessage - files.ofMessage <= mostPerCase - files.ofCase
            ? "у одного сообщения храним не больше " + mostPerMessage
            : "в одном обращении храним не больше " + mostPerCase;
    return "Не сохранено вложений: %d — %s. Посмотрите их на платформе.".formatted(count, cap);
  }

  /**
   * What the moderator reads of a file that does not fit.
   *
   * @param size in bytes; 1 for one that nobody has fetched yet
   * @return empty when it fits
   */
  Optional<String> over(Used bytes, long size) {
    String file =
        size == 1
            ? "Файл не сохранён"
            : "Файл не сохранён (%s МБ)"
                .formatted(String.format(Locale.forLanguageTag("ru"), "%.1f", size / 1048576.0));
    if (bytes.ofMessage + size > mostBytesPerMessage.toBytes()) {
      return Optional.of(
          file
              + ": вложения одного сообщения храним, пока их не больше %d МБ. Посмотрите его на платформе."
                  .formatted(mostBytesPerMessage.toMegabytes()));
    }
    return bytes.ofCase + size > mostBytesPerCase.toBytes()
        ? Optional.of(
            file
                + ": вложения одного обращения храним, пока их не больше %d МБ. Посмотрите его на платформе."
                    .formatted(mostBytesPerCase.toMegabytes()))
        : Optional.empty();
  }
}
