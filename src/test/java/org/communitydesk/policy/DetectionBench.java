package org.communitydesk.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunityRules.Hit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the rules with real texts that are not ours to keep: {@code mvn -Pbench verify}. The
 * texts lie in {@code ../shared/datasets}, or where {@code -Dbench.datasets} says.
 */
@Tag("bench")
class DetectionBench {

  private static final Path SETS =
      Path.of(System.getProperty("bench.datasets", "../shared/datasets"));

  private static final Map<String, UnaryOperator<String>> DISGUISES =
      new TreeMap<>(
          Map.of(
              "plain", word -> word,
              "latin", word -> swap(word, "асеорху", "aceopxy"),
              "digits", word -> swap(word, "обз", "063"),
              "greek", word -> swap(word, "аоп", "αοπ"),
              "dots", word -> String.join(".", word.split("")),
              "spaces", word -> String.join(" ", word.split("")),
              "longer", word -> word.replaceAll("([аеиоуыюя])", "$1$1$1"),
              "hidden", word -> String.join("\u200B", word.split("")),
              "struck", word -> String.join("\u0336", word.split("")),
              "star", word -> word.replaceFirst("(?<=.)[аеиоуыюя]", "*")));

  private final CommunityRules rules = new CommunityRules(RuleBook.read()::lists);
  private final StringBuilder table = new StringBuilder("\n");

  private record Row(String label, String text) {}

  @Test
  void measure() throws IOException {
    if (!Files.isDirectory(SETS)) {
      print("Skipped: there are no texts in " + SETS.toAbsolutePath().normalize());
      return;
    }
    line("set", "rule", "texts", "flagged", "of them");
    for (String set :
        List.of("sentirueval2016_banks", "bank_reviews_sravni", "bank_topics_gazprombank")) {
      each(set, read(set + "/dev.tsv"));
    }
    each("faq_vtb_belarus", read("faq_vtb_belarus/all.tsv"));
    pair("spam_telegram_ru", "spam", Violation.ADVERTISING);
    pair("toxic_russe_detox", "toxic", Violation.OBSCENE);
    pair("toxic_russe_detox", "toxic", Violation.INSULT);
    words();
    folded();
    print(table.toString());
  }

  private void each(String set, List<Row> rows) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Row row : rows) {
      Set<String> found = new HashSet<>();
      rules
          .detect(row.text)
          .forEach(hit -> found.addAll(List.of(hit.rule(), hit.violation() + "")));
      found.forEach(one -> counts.merge(one, 1, Integer::sum));
    }
    counts.forEach((rule, count) -> line(set, rule, rows.size(), count, share(count, rows.size())));
  }

  private void pair(String set, String wanted, Violation violation) throws IOException {
    for (int half = 0; half < 2; half++) {
      int part = half;
      List<Row> rows =
          read(set + "/dev.tsv").stream().filter(row -> half(row.text) == part).toList();
      long all = rows.stream().filter(row -> row.label.equals(wanted)).count();
      long right =
          rows.stream().filter(r -> r.label.equals(wanted) && has(r.text, violation)).count();
      long wrong =
          rows.stream().filter(r -> !r.label.equals(wanted) && has(r.text, violation)).count();
      line(
          set + " half " + half,
          violation,
          "recall " + share(right, all),
          "precision " + share(right, right + wrong),
          "wrong " + share(wrong, rows.size() - all));
    }
  }

  private void words() throws IOException {
    Set<String> ordinary = new HashSet<>();
    for (Row row : read("faq_vtb_belarus/all.tsv")) {
      ordinary.addAll(List.of(row.text.toLowerCase(Locale.ROOT).split("[^а-яё]+")));
    }
    for (Row row : read("bank_topics_gazprombank/dev.tsv")) {
      ordinary.addAll(List.of(row.text.toLowerCase(Locale.ROOT).split("[^а-яё]+")));
    }
    ordinary.removeIf(word -> word.length() < 3);
    for (String lexicon :
        List.of(
            "denexapp_russian_bad_words",
            "ldnoobw_ru",
            "vkbot_insults",
            "djantimat",
            "vkbot_extend_insults")) {
      List<String> bad =
          read("lexicons_mat/" + lexicon + ".tsv").stream()
              .map(Row::text)
              .filter(w -> w.matches("[а-яё]{3,}"))
              .toList();
      for (Map.Entry<String, UnaryOperator<String>> disguise : DISGUISES.entrySet()) {
        long right =
            bad.stream()
                .filter(word -> has(disguise.getValue().apply(word), Violation.OBSCENE))
                .count();
        long wrong =
            ordinary.stream()
                .filter(w -> !bad.contains(w))
                .filter(word -> has(disguise.getValue().apply(word), Violation.OBSCENE))
                .count();
        line(
            lexicon,
            "OBSCENE " + disguise.getKey(),
            "recall " + share(right, bad.size()),
            "precision " + share(right, right + wrong),
            wrong + " of " + ordinary.size() + " ordinary words");
      }
    }
  }

  private void folded() throws IOException {
    List<Row> rows =
        read("obfuscation_real/dev.tsv").stream()
            .filter(row -> !row.label.contains("mask"))
            .toList();
    long right = rows.stream().filter(row -> isOneScript(row.text.split("\t", -1)[0])).count();
    line("obfuscation_real", "folding", rows.size(), right, share(right, rows.size()));
  }

  private static boolean isOneScript(String token) {
    return Folding.words(token).stream()
        .filter(word -> word.kind() == Word.Kind.WORD)
        .allMatch(
            word ->
                word.text().chars().allMatch(LookAlikes::isRussian)
                    || word.text().chars().allMatch(LookAlikes::isLatin));
  }

  private boolean has(String text, Violation violation) {
    return rules.detect(text).stream().map(Hit::violation).anyMatch(violation::equals);
  }

  private static int half(String text) {
    return text.substring(0, Math.min(40, text.length())).chars().sum() % 2;
  }

  private static String swap(String word, String from, String to) {
    StringBuilder swapped = new StringBuilder();
    word.chars()
        .forEach(c -> swapped.append(from.indexOf(c) < 0 ? (char) c : to.charAt(from.indexOf(c))));
    return swapped.toString();
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.4f", (double) part / whole);
  }

  private static List<Row> read(String file) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<String> lines = Files.lines(SETS.resolve(file))) {
      lines.forEach(
          line -> {
            int tab = line.indexOf('\t');
            if (tab > 0) {
              rows.add(new Row(line.substring(0, tab), unmasked(line.substring(tab + 1))));
            }
          });
    }
    return rows;
  }

  private static String unmasked(String text) {
    return text.replace("\\n", "\n")
        .replace("[LINK]", "https://site-abc.com/x")
        .replace("[USERNAME]", "@some_user")
        .replaceAll("\\[PHONE](?= ?(?:в|за|р|руб|рублей|тысяч|тыс|PLN) )", "5000-7000")
        .replace("[PHONE]", "+7 900 123-45-67")
        .replace("[CURRENCY]", "$")
        .replace("[HASHTAG]", "#тег")
        .replace("[DATE]", "12.05.2025");
  }

  private void line(Object... cells) {
    table.append("%-30s %-24s %-16s %-18s %s%n".formatted(cells));
  }

  private static void print(String text) {
    System.out.println(text);
  }
}
