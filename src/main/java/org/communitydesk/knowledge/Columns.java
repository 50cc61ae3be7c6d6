package org.communitydesk.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitydesk.conversation.Platform;

/** Which column of a table holds which field of a script. */
final class Columns {

  /** Rows among which the header is looked for. */
  static final int HEAD = 20;

  static final String KEY = "key";
  static final String QUESTION = "question";
  static final String ANSWER = "answer";

  /** Fields by what their headers are called, the surest names first. */
  private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

  private static final Map<String, String> PLATFORMS = new HashMap<>();

  static {
    NAMES.put(
        KEY, List.of("ключ", "key", "id", "код", "идентификатор", "id вопроса", "код вопроса"));
    NAMES.put("subcategory", List.of("подкатегория", "subcategory", "подраздел", "подтема"));
    NAMES.put("category", List.of("основная категория", "категория", "category", "раздел", "тема"));
    NAMES.put("owner", List.of("ответственный", "владелец", "owner"));
    NAMES.put("source", List.of("источник", "source"));
    NAMES.put("validFrom", List.of("действует с", "начало действия", "valid from", "validfrom"));
    NAMES.put(
        "validUntil",
        List.of(
            "действует по",
            "действует до",
            "срок действия",
            "конец действия",
            "valid until",
            "validuntil"));
    NAMES.put("links", List.of("ссылки", "ссылка", "материалы", "links"));
    NAMES.put(
        QUESTION,
        List.of(
            "вопрос", "question", "пример вопроса", "вопросы", "вопроса", "запрос", "questions"));
    NAMES.put(
        ANSWER,
        List.of(
            "ответ",
            "answer",
            "шаблонный ответ",
            "скрипт",
            "ответы",
            "ответа",
            "шаблон",
            "answers",
            "response"));
    for (Platform platform : Platform.values()) {
      PLATFORMS.put(Folded.text(platform.id()), platform.id());
      PLATFORMS.put(Folded.text(platform.title()), platform.id());
    }
    Map.of(
            "вк",
            "vk",
            "ок",
            "ok",
            "телеграм",
            "telegram",
            "вотсап",
            "whatsapp",
            "ватсап",
            "whatsapp",
            "вайбер",
            "viber",
            "фейсбук",
            "facebook",
            "инстаграм",
            "instagram",
            "твиттер",
            "x",
            "twitter",
            "x")
        .forEach((name, id) -> PLATFORMS.put(Folded.text(name), id));
  }

  private final Line header;
  private final Map<String, Integer> columns;

  private Columns(Line header, Map<String, Integer> columns) {
    this.header = header;
    this.columns = columns;
  }

  /** A column of the file; field is null for one that is not read. */
  record Mapped(String column, String header, String field) {}

  /** Looks at the names; whole names count before words in them. */
  static Columns guess(Line header) {
    Map<String, Integer> found = new LinkedHashMap<>();
    Map<Integer, String> names = new LinkedHashMap<>();
    header.cells().forEach((column, name) -> names.put(column, Folded.text(name)));
    NAMES.forEach(
        (field, known) ->
            known.stream()
                .flatMap(name -> columnsCalled(name, names).stream())
                .filter(column -> !found.containsValue(column))
                .findFirst()
                .ifPresent(column -> found.put(field, column)));
    names.forEach(
        (column, name) -> {
          if (!found.containsValue(column)) {
            platform(name).ifPresent(id -> found.putIfAbsent(id, column));
          }
        });
    NAMES.forEach(
        (field, known) ->
            names.forEach(
                (column, name) -> {
                  if (!found.containsKey(field)
                      && !found.containsValue(column)
                      && !Set.of(KEY, "source", "owner").contains(field)
                      && hasWordOf(name, known)) {
                    found.put(field, column);
                  }
                }));
    return new Columns(header, found);
  }

  /**
   * As asked: field to column or column to field, a column by its name or by its letter.
   *
   * @throws FileRefused when the file has no such column or there is no such field
   */
  Columns with(Map<String, String> asked) {
    Map<String, Integer> chosen = new LinkedHashMap<>(columns);
    asked.forEach(
        (one, other) -> {
          boolean fieldFirst = isField(one);
          if (!fieldFirst && !isField(other)) {
            throw new FileRefused(
                "Нет поля «%s»: есть %s".formatted(one, String.join(", ", NAMES.keySet())));
          }
          String field = fieldFirst ? one : other;
          int column = column(fieldFirst ? other : one);
          chosen.values().removeIf(taken -> taken == column);
          chosen.put(field, column);
        });
    return new Columns(header, chosen);
  }

  boolean isComplete() {
    return columns.containsKey(QUESTION) && columns.containsKey(ANSWER);
  }

  boolean has(String field) {
    return columns.containsKey(field);
  }

  String text(Line line, String field) {
    return Neutral.text(line.cell(columns.get(field)));
  }

  Set<String> fields() {
    return columns.keySet();
  }

  /** Why a cell that we need has no text; null when all is well. */
  String fault(Line line) {
    return columns.values().stream()
        .filter(line.faults()::containsKey)
        .map(column -> line.faults().get(column) + " (столбец %s)".formatted(letter(column)))
        .findFirst()
        .orElse(null);
  }

  List<Mapped> mapped() {
    List<Mapped> all = new ArrayList<>();
    header
        .cells()
        .forEach(
            (column, name) ->
                all.add(
                    new Mapped(
                        letter(column),
                        name,
                        columns.entrySet().stream()
                            .filter(one -> one.getValue().equals(column))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(null))));
    return all;
  }

  private int column(String name) {
    String folded = Folded.text(name);
    return header.cells().entrySet().stream()
        .filter(one -> Folded.text(one.getValue()).equals(folded))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(
            () ->
                header.cells().keySet().stream()
                    .filter(column -> letter(column).equalsIgnoreCase(name.strip()))
                    .findFirst())
        .orElseThrow(
            () ->
                new FileRefused(
                    "В файле нет столбца «%s»: есть %s"
                        .formatted(name, String.join(", ", header.cells().values()))));
  }

  private static boolean isField(String name) {
    return NAMES.containsKey(name) || Platform.of(name).isPresent();
  }

  private static List<Integer> columnsCalled(String name, Map<Integer, String> names) {
    return names.entrySet().stream()
        .filter(one -> one.getValue().equals(Folded.text(name)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean hasWordOf(String name, List<String> known) {
    List<String> words = List.of(name.split(" "));
    return known.stream().map(Folded::text).anyMatch(words::contains);
  }

  /** «Ответ: ВКонтакте», «Telegram». */
  private static java.util.Optional<String> platform(String name) {
    return Arrays.stream(name.split(" ")).map(PLATFORMS::get).filter(id -> id != null).findFirst();
  }

  /** A, B, … Z, AA: as the spreadsheet calls it. */
  static String letter(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letter(column / 26 - 1) + last;
  }
}
