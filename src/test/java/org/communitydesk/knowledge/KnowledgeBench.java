package org.communitydesk.knowledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * Measures the search among 20,000 scripts with real texts that are not ours to keep: {@code mvn
 * -Pbench verify}. The questions asked are made by rule from a bank's FAQ, see {@link Paraphrases}:
 * people would ask otherwise.
 */
@Tag("bench")
@SpringJUnitConfig(KnowledgeRoom.class)
class KnowledgeBench {

  private static final Path SETS =
      Path.of(System.getProperty("bench.datasets", "../shared/datasets"));
  private static final int SCRIPTS = 20_000;

  @Autowired private Import intake;
  @Autowired private Knowledge knowledge;
  @Autowired private Synonyms synonyms;
  @Autowired private JdbcClient jdbc;
  private final StringBuilder table = new StringBuilder("\n");

  /** How often the right script was among the first. */
  private static final class Score {
    private int asked;
    private int first;
    private int third;
  }

  @Test
  void measure() throws IOException {
    Path faq = SETS.resolve("faq_vtb_belarus/original/smart_support_vtb_belarus_faq_final.csv");
    if (!Files.exists(faq)) {
      System.out.println("Skipped: there is no " + faq.toAbsolutePath().normalize());
      return;
    }
    take(faq.getFileName().toString(), Files.readAllBytes(faq));
    List<String> questions = jdbc.sql("select question from script").query(String.class).list();
    table.append(
        "paraphrases made by rule of %d questions of a FAQ, not written by people\n"
            .formatted(questions.size()));
    ask("alone", questions);
    long began = System.nanoTime();
    take("others.csv", others(SCRIPTS - questions.size()));
    line("import of the others", (System.nanoTime() - began) / 1_000_000_000 + " s");
    jdbc.sql("analyze script").update();
    line("scripts", jdbc.sql("select count(*) from script").query(Long.class).single());
    ask("among all", questions);
    synonyms.replace(Paraphrases.SYNONYMS);
    ask("among all, with synonyms", questions);
    System.out.println(table);
  }

  private void ask(String name, List<String> questions) {
    Map<String, Score> scores = new TreeMap<>();
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      String question = questions.get(i);
      Map<String, String> asked = new TreeMap<>(Paraphrases.of(question, i));
      asked.put("as it stands", question);
      asked.forEach(
          (kind, words) -> {
            long began = System.nanoTime();
            List<String> found = knowledge.search(words, 3).stream().map(Script::question).toList();
            times.add(System.nanoTime() - began);
            for (String sum : List.of(kind, kind.equals("as it stands") ? kind : "PARAPHRASES")) {
              Score score = scores.computeIfAbsent(sum, k -> new Score());
              score.asked++;
              score.first += !found.isEmpty() && found.get(0).equals(question) ? 1 : 0;
              score.third += found.contains(question) ? 1 : 0;
            }
          });
    }
    line("", name, "asked", "recall@1", "recall@3");
    scores.forEach(
        (kind, score) ->
            line(
                "",
                kind,
                score.asked,
                share(score.first, score.asked),
                share(score.third, score.asked)));
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    line(
        "",
        "time",
        "p50 " + millis(sorted, 50),
        "p95 " + millis(sorted, 95),
        "max " + millis(sorted, 100));
  }

  private void take(String name, byte[] file) throws IOException {
    intake.run(
        new ByteArrayInputStream(file), new Import.Order(name, Map.of(), false, true), "bench");
  }

  /** Real complaints and reviews of banks as further scripts; their words in twos and threes. */
  private static byte[] others(int count) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String set :
        List.of("bank_topics_gazprombank", "sentirueval2016_banks", "bank_reviews_sravni")) {
      for (String line : Files.readAllLines(SETS.resolve(set + "/dev.tsv"))) {
        texts.add(line.substring(line.indexOf('\t') + 1).replace("\\n", " ").replace('"', ' '));
      }
    }
    StringBuilder file = new StringBuilder("Вопрос\tОтвет\n");
    for (int i = 0; i < count; i++) {
      String[] words = texts.get(i % texts.size()).split("\\s+");
      int from = i / texts.size() * 7;
      String[] question =
          from < words.length
              ? Arrays.copyOfRange(words, from, Math.min(words.length, from + 12))
              : words;
      String answer = String.join(" ", words);
      file.append(
          "%s %d\t%s\n"
              .formatted(
                  String.join(" ", question),
                  i,
                  answer.substring(0, Math.min(600, answer.length()))));
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String millis(long[] sorted, int percent) {
    int at = Math.min(sorted.length - 1, sorted.length * percent / 100);
    return String.format(Locale.ROOT, "%.1f ms", sorted[at] / 1e6);
  }

  private static String share(long part, long whole) {
    return String.format(Locale.ROOT, "%.3f", (double) part / whole);
  }

  private void line(Object... cells) {
    for (Object cell : cells) {
      table.append(String.format("%-26s", cell));
    }
    table.append('\n');
  }
}
