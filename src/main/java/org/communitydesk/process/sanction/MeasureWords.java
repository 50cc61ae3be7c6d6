package org.communitydesk.process.sanction;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Sanction;

/** A measure in Russian words. */
public final class MeasureWords {

  private static final DateTimeFormatter MOSCOW_TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.forLanguageTag("ru"))
          .withZone(ZoneId.of("Europe/Moscow"));

  /** What an engine variable holds. */
  private static final int MOST_WORDS = 4_000;

  private MeasureWords() {}

  /**
   * For example «блокировка на 7 дней».
   *
   * @param days null for ever
   */
  public static String of(Measure measure, Integer days) {
    return switch (measure) {
      case WARNING -> "предупреждение";
      case MUTE -> "запрет писать " + term(days);
      case BAN -> "блокировка " + term(days);
    };
  }

  /** As {@link #of(Measure, Integer)}. */
  public static String of(Sanction sanction) {
    if (sanction.isFromOutside()) {
      return (sanction.measure() == Measure.MUTE ? "запрет писать" : "блокировка")
          + " не из журнала: её поставили на самой платформе";
    }
    return of(sanction.measure(), sanction.days());
  }

  /** What a person said against a measure, as far as a form holds it: the latest words stay. */
  public static String against(List<String> words) {
    String all = String.join("\n", words);
    return all.length() <= MOST_WORDS ? all : "…" + all.substring(all.length() - MOST_WORDS + 1);
  }

  /** Moscow time, for example «29 ноября 2026, 10:00». */
  public static String moment(Instant at) {
    return MOSCOW_TIME.format(at);
  }

  private static String term(Integer days) {
    return days == null ? "навсегда" : "на " + days + " " + days(days);
  }

  private static String days(int number) {
    int tens = number % 100;
    int ones = number % 10;
    if (tens >= 11 && tens <= 14) {
      return "дней";
    }
    return ones == 1 ? "день" : ones >= 2 && ones <= 4 ? "дня" : "дней";
  }
}
