package org.communitydesk.process.sanction;

import java.util.List;
import org.communitydesk.sanction.Measure;
import org.communitydesk.sanction.Sanction;

/** A measure in Russian words. */
public final class MeasureWords {

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
