package org.communitydesk.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks what the brand is about to say. */
@Component
public class CommunicationRules {

  private static final Pattern MONEY =
      word("верн[её]м|возврат[её]м|выплатим|компенсируем|возместим|компенсаци\\p{L}*|начислим");
  private static final Pattern LEGAL =
      word(
          "суд|суд[аеу]|судом|иск|иск[ауе]|прокуратур\\p{L}*|роспотребнадзор\\p{L}*|юрист\\p{L}*|адвокат\\p{L}*|претензи\\p{L}*");

  CommunicationRules() {}

  /**
   * What is to be said of the text.
   *
   * @param length the text's length as the platform counts it
   * @param most the greatest length that the platform takes
   */
  public Verdict check(String text, int length, int most) {
    String breach = null;
    if (text.isBlank()) {
      breach = "Ответ пустой.";
    } else if (length > most) {
      breach =
          "Ответ длиннее, чем принимает платформа: %d при пределе %d (так считает она сама)."
              .formatted(length, most);
    }
    return new Verdict(breach, hit(MONEY, text), hit(LEGAL, text));
  }

  private static Pattern word(String alternatives) {
    return Pattern.compile(
        "(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Optional<String> hit(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /**
   * The outcome of a check.
   *
   * @param breach why the text may not go out, in Russian; null when it may
   * @param moneyPromised the words that promise money
   * @param legalWords the words that sound of law
   */
  public record Verdict(
      String breach, Optional<String> moneyPromised, Optional<String> legalWords) {}
}
