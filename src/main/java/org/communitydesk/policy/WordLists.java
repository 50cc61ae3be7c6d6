package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitydesk.database.AdvisoryLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of words that the process owner keeps. A change counts at once on every node, because every
 * detection reads them.
 */
@Component
public class WordLists implements ApplicationRunner {

  /** Names of payment systems that are not ours. */
  public static final String OTHER_PAYMENT_SYSTEMS = "other-payment-systems";

  /** Words that only look obscene. */
  public static final String OBSCENE_EXCEPTIONS = "obscene-exceptions";

  /** Hosts whose links are no advertising. */
  public static final String OWN_HOSTS = "own-hosts";

  /** Words that the brand never writes. */
  public static final String FORBIDDEN_WORDS = "forbidden-words";

  /** Words that are right though no dictionary knows them. */
  public static final String SPELLING_WORDS = "spelling-words";

  /** Phrases by which a person disputes a measure in private. */
  public static final String OBJECTIONS = "objections";

  /** The ids of the lists. */
  public static final List<String> IDS =
      List.of(
          OTHER_PAYMENT_SYSTEMS,
          OBSCENE_EXCEPTIONS,
          OWN_HOSTS,
          FORBIDDEN_WORDS,
          SPELLING_WORDS,
          OBJECTIONS);

  /** Words in one list. */
  public static final int MOST_WORDS = 2_000;

  /** Characters in one word. */
  public static final int LONGEST_WORD = 100;

  private static final String SEEDED = "seeded";

  private record Shape(String pattern, String russian) {}

  private static final Shape WORD =
      new Shape(
          "[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} '-]*\\*?",
          "«%s» — не слово: допустимы буквы, цифры, дефис, пробел и звёздочка в конце");
  private static final String PART = "[\\p{L}\\p{Nd}]+(-[\\p{L}\\p{Nd}]+)*\\*?";
  private static final String CHOICE = PART + "(\\|" + PART + ")*";
  private static final Map<String, Shape> SHAPES =
      Map.of(
          OWN_HOSTS,
          new Shape(
              "[\\p{L}\\p{Nd}-]+(\\.[\\p{L}\\p{Nd}-]+)+",
              "«%s» — не имя сайта: впишите его без https:// и без пути, например mironline.ru"),
          OBJECTIONS,
          new Shape(
              CHOICE + "( (_ )?" + CHOICE + ")*",
              "«%s» — не фраза: слова через один пробел, звёздочка в конце слова, | между словами на"
                  + " выбор, _ между словами, где могут стоять до четырёх других"));

  private final JdbcClient jdbc;

  WordLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A list or a word of it cannot be kept; the message is Russian and names it. */
  public static final class Refused extends RuntimeException {

    private Refused(String reason) {
      super(reason);
    }
  }

  /** The words in alphabetical order; empty for an unknown list. */
  @Transactional(readOnly = true)
  public List<String> words(String list) {
    return jdbc.sql("select word from policy_word where list = ? order by word collate \"C\"")
        .param(list)
        .query(String.class)
        .list();
  }

  /**
   * Puts these words in the place of the old ones. Blanks around a word and words that are twice
   * there are dropped; {@code слов*} stands for every word that begins so.
   *
   * @return the words as kept
   * @throws Refused when there are too many words or one is blank, too long or no word
   */
  @Transactional
  public List<String> replace(String list, List<String> words) {
    if (words.size() > MOST_WORDS) {
      throw new Refused("Слов %d, а можно не больше %d".formatted(words.size(), MOST_WORDS));
    }
    Set<String> kept = new LinkedHashSet<>();
    words.forEach(word -> kept.add(checked(list, word)));
    AdvisoryLock.take(jdbc, "policy_word");
    jdbc.sql("delete from policy_word where list = ?").param(list).update();
    insert(list, kept);
    return words(list);
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    Map<String, List<String>> first = RuleBook.read().lists();
    for (String list : IDS) {
      int fresh =
          jdbc.sql("insert into policy_word (list, word) values (?, ?) on conflict do nothing")
              .params(SEEDED, list)
              .update();
      if (fresh == 1) {
        insert(list, new LinkedHashSet<>(first.get(list)));
      }
    }
  }

  Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    IDS.forEach(list -> all.put(list, new ArrayList<>()));
    jdbc.sql("select list, word from policy_word where list <> ? order by list, word")
        .param(SEEDED)
        .query(
            row -> {
              all.computeIfAbsent(row.getString(1), list -> new ArrayList<>())
                  .add(row.getString(2));
            });
    return all;
  }

  private void insert(String list, Set<String> words) {
    jdbc.sql("insert into policy_word (list, word) select ?, unnest(?)")
        .params(list, words.toArray(String[]::new))
        .update();
  }

  private static String checked(String list, String word) {
    String bare = word == null ? "" : word.strip();
    if (bare.isEmpty()) {
      throw new Refused("В списке есть пустое слово");
    }
    if (bare.length() > LONGEST_WORD) {
      throw new Refused(
          "Слово длиннее %d знаков: «%s…»".formatted(LONGEST_WORD, bare.substring(0, 40)));
    }
    Shape shape = SHAPES.getOrDefault(list, WORD);
    if (!bare.matches(shape.pattern())) {
      throw new Refused(shape.russian().formatted(bare));
    }
    return bare;
  }
}
