package org.communitydesk.engine;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;

/** How often and how many times a diagram may have something done. */
final class Repeats {

  /** At most so many instances of one step. */
  static final int MOST = 1_000;

  private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_RETRIES = 100;
  private static final Pattern CYCLE =
      Pattern.compile("R\\d{0,9}/(?:[0-9TZ:.+-]{1,40}/)?(P[0-9A-Z.]{1,40})");
  private static final Pattern CRON =
      Pattern.compile("\\d{1,2} [\\d,*/-]{1,60}( [\\dA-Za-z,*/?#-]{1,60}){3,4}");
  private static final Pattern RETRIES = Pattern.compile("R(\\d{1,3})/(P[0-9A-Z.]{1,40})");
  private static final Pattern PERIOD =
      Pattern.compile("P(?:(\\d{1,4})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(T.+)?");

  private Repeats() {}

  static String cycle(String text) {
    Matcher cycle = CYCLE.matcher(text);
    boolean isSlow =
        cycle.matches() ? isAtLeast(cycle.group(1), SHORTEST_CYCLE) : CRON.matcher(text).matches();
    return isSlow ? null : "повторять чаще раза в минуту не допускается («" + text + "»)";
  }

  static String duration(String text) {
    return SafeExpression.isIn(text) || isAtLeast(text, SHORTEST_WAIT)
        ? null
        : "ожидание короче секунды или непонятное («" + text + "») не допускается";
  }

  static String retries(String text) {
    Matcher retries = RETRIES.matcher(text);
    boolean isBounded =
        retries.matches()
            ? Integer.parseInt(retries.group(1)) <= MOST_RETRIES
                && isAtLeast(retries.group(2), SHORTEST_WAIT)
            : text.length() <= 200 && isList(text);
    return isBounded
        ? null
        : "больше %d повторов или повтор без паузы («%s») не допускается"
            .formatted(MOST_RETRIES, text);
  }

  private static boolean isList(String text) {
    for (String pause : text.split(",", -1)) {
      if (!isAtLeast(pause.strip(), SHORTEST_WAIT)) {
        return false;
      }
    }
    return true;
  }

  static String count(String text) {
    return SafeExpression.isIn(text) || (text.matches("\\d{1,6}") && Integer.parseInt(text) <= MOST)
        ? null
        : "больше %d повторов одного шага («%s») не допускается".formatted(MOST, text);
  }

  /** Throws when a step would be done too many times. */
  static void bound(long wanted) {
    if (wanted > MOST) {
      throw new ProcessEngineException(
          "Шаг просят повторить %d раз, допускается не больше %d.".formatted(wanted, MOST));
    }
  }

  private static boolean isAtLeast(String text, Duration least) {
    Matcher parts = PERIOD.matcher(text);
    if (!parts.matches() || text.length() > 60) {
      return false;
    }
    try {
      String time = parts.group(5);
      Duration whole = time == null ? Duration.ZERO : Duration.parse("P" + time);
      String date = time == null ? text : text.substring(0, text.length() - time.length());
      Period days = date.equals("P") ? Period.ZERO : Period.parse(date);
      return whole.plusDays(days.toTotalMonths() * 28 + days.get(ChronoUnit.DAYS)).compareTo(least)
          >= 0;
    } catch (DateTimeParseException | ArithmeticException unreadable) {
      return false;
    }
  }
}
