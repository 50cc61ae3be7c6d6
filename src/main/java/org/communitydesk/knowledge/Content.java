package org.communitydesk.knowledge;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.conversation.Platform;
import org.communitydesk.privacy.CardNumbers;

/**
 * What a script says. Texts may hold {@code {имя}} and {@code {канал}}.
 *
 * @param variants text in place of the answer, by {@link Platform#id()}
 * @param category null when it has none; so are subcategory, owner and source
 * @param validFrom first day, of Moscow; null for always
 * @param validUntil last day, counts whole; null for ever
 */
public record Content(
    String question,
    String answer,
    Map<String, String> variants,
    String category,
    String subcategory,
    String owner,
    LocalDate validFrom,
    LocalDate validUntil,
    List<Link> links,
    String source) {

  /** Characters in a question. */
  public static final int LONGEST_QUESTION = 2_000;

  /** Characters in an answer: no channel takes a longer one. */
  public static final int LONGEST_ANSWER = 10_000;

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int MOST_LINKS = 10;
  private static final Set<String> VARIABLES = Set.of("имя", "name", "канал", "channel");
  private static final Pattern VARIABLE = Pattern.compile("\\{([\\p{L}_]{1,40})}");

  /**
   * The content with blanks around texts, signs that no file can hold and empty parts taken away.
   *
   * @throws ScriptRefused when something is missing, too long or unknown
   */
  Content checked() {
    Map<String, String> kept = new TreeMap<>();
    if (variants != null) {
      variants.forEach((platform, text) -> keepVariant(kept, platform, text));
    }
    Content clean =
        new Content(
            required("question", "вопроса", question, LONGEST_QUESTION),
            required("answer", "ответа", answer, LONGEST_ANSWER),
            kept,
            line("category", category),
            line("subcategory", subcategory),
            line("owner", owner),
            validFrom,
            validUntil,
            links == null ? List.of() : links.stream().map(Content::checked).toList(),
            line("source", source));
    if (Folded.text(clean.question).isEmpty()) {
      throw new ScriptRefused("question", "в вопросе нет ни одного слова");
    }
    if (clean.links.size() > MOST_LINKS) {
      throw new ScriptRefused("links", "ссылок больше %d".formatted(MOST_LINKS));
    }
    if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
      throw new ScriptRefused("validUntil", "срок действия кончается раньше, чем начинается");
    }
    return clean;
  }

  /** The text for that platform. */
  public String answerOn(Platform platform) {
    return variants.getOrDefault(platform.id(), answer);
  }

  private static void keepVariant(Map<String, String> kept, String platform, String text) {
    if (Platform.of(platform).isEmpty()) {
      throw new ScriptRefused("variants", "нет площадки «%s»".formatted(platform));
    }
    if (text != null && !text.isBlank()) {
      kept.put(platform, required("variants", "ответа для площадки", text, LONGEST_ANSWER));
    }
  }

  private static String required(String field, String what, String text, int longest) {
    String clean = clean(text);
    if (clean.isEmpty()) {
      throw new ScriptRefused(field, "нет %s".formatted(what));
    }
    if (clean.length() > longest) {
      throw new ScriptRefused(
          field,
          "%s длиннее %,d знаков: %,d"
              .formatted(what.equals("вопроса") ? "вопрос" : "ответ", longest, clean.length())
              .replace(',', ' '));
    }
    Matcher variable = VARIABLE.matcher(clean);
    while (variable.find()) {
      if (!VARIABLES.contains(variable.group(1).toLowerCase(Locale.ROOT))) {
        throw new ScriptRefused(
            field, "неизвестная подстановка %s: есть {имя} и {канал}".formatted(variable.group()));
      }
    }
    return clean;
  }

  private static String line(String field, String text) {
    String clean = text == null ? "" : clean(text).replaceAll("\\s+", " ");
    if (clean.length() > LONGEST_LINE) {
      throw new ScriptRefused(
          field,
          "слишком длинно, больше %d знаков: «%s…»"
              .formatted(LONGEST_LINE, clean.substring(0, 40)));
    }
    return clean.isEmpty() ? null : clean;
  }

  private static Link checked(Link link) {
    String title = link.title() == null ? null : line("links", link.title());
    String url = link.url() == null ? "" : CardNumbers.maskAddress(link.url().strip());
    if (!isHttps(url)) {
      throw new ScriptRefused(
          "links",
          "ссылка должна начинаться с https://: «%s»"
              .formatted(url.substring(0, Math.min(80, url.length()))));
    }
    return new Link(title == null ? URI.create(url).getHost() : title, url);
  }

  private static boolean isHttps(String url) {
    try {
      return url.length() <= LONGEST_ADDRESS
          && url.startsWith("https://")
          && URI.create(url).getHost() != null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static String clean(String text) {
    return text == null
        ? ""
        : CardNumbers.mask(
            text.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF&&[^\\n\\t]]", "")
                .replace('\t', ' ')
                .strip());
  }
}
