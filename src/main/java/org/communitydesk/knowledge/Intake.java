package org.communitydesk.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.communitydesk.knowledge.Import.Column;
import org.communitydesk.knowledge.Import.Order;
import org.communitydesk.knowledge.Import.Previewed;
import org.communitydesk.knowledge.Import.Rejected;
import org.communitydesk.knowledge.Import.Report;

/** One file on its way in: row after row, compared and written in portions. */
final class Intake {

  private static final int PORTION = 500;
  private static final int LONGEST_PORTION = 4_000_000;
  private static final int PREVIEW = 10;

  private final Rows rows;
  private final Order order;
  private final String person;
  private final List<Rejected> rejected = new ArrayList<>();
  private final TreeMap<Integer, Previewed> preview = new TreeMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Set<Long> matched = new HashSet<>();
  private final List<Line> head = new ArrayList<>();
  private final List<Read> portion = new ArrayList<>();
  private int portionLength;
  private Columns columns;
  private int created;
  private int updated;
  private int unchanged;

  Intake(Rows rows, Order order, String person) {
    this.rows = rows;
    this.order = order;
    this.person = person;
  }

  /** A row with its fields, before it is compared. */
  private record Read(int number, String key, Fields fields) {}

  void take(Line line) {
    if (line.isBlank()) {
      return;
    }
    if (columns != null) {
      read(line);
      return;
    }
    head.add(line);
    Columns guessed = Columns.guess(line);
    if (guessed.isComplete() || head.size() == Columns.HEAD) {
      begin(guessed.isComplete() ? line : head.get(0));
    }
  }

  Report finish() {
    if (columns == null) {
      if (head.isEmpty()) {
        throw new FileRefused("В файле нет ни одной заполненной строки");
      }
      begin(head.get(0));
    }
    write();
    return new Report(
        created,
        updated,
        unchanged,
        rejected.stream().sorted(Comparator.comparingInt(Rejected::row)).toList(),
        columns.mapped().stream()
            .map(one -> new Column(one.column(), one.header(), one.field()))
            .toList(),
        List.copyOf(preview.values()));
  }

  private void begin(Line header) {
    columns = Columns.guess(header).with(order.mapping());
    if (!columns.isComplete()) {
      throw new FileRefused(
          "Не нашли столбцы с вопросом и ответом. Названия в файле: %s. Назовите столбцы «Вопрос» и «Ответ» или укажите их сами"
              .formatted(
                  String.join(
                      ", ",
                      header.cells().values().stream()
                          .limit(10)
                          .map(name -> "«" + name.substring(0, Math.min(40, name.length())) + "»")
                          .toList())));
    }
    head.subList(head.indexOf(header) + 1, head.size()).forEach(this::read);
  }

  private void read(Line line) {
    Fields fields = new Fields(columns, line);
    String fault = columns.fault(line);
    if (fault != null) {
      reject(line.number(), fields, fault);
      return;
    }
    String key = fields.text(Columns.KEY);
    String identity =
        key.isEmpty() ? "question " + Folded.text(fields.text(Columns.QUESTION)) : "key " + key;
    Integer earlier =
        identity.equals("question ") ? null : seen.putIfAbsent(identity, line.number());
    if (earlier != null) {
      reject(
          line.number(),
          fields,
          (key.isEmpty()
                  ? "такой вопрос уже есть в строке %d этого файла"
                  : "такой ключ уже есть в строке %d этого файла")
              .formatted(earlier));
      return;
    }
    portion.add(new Read(line.number(), key.isEmpty() ? null : key, fields));
    portionLength += line.length();
    if (portion.size() == PORTION || portionLength > LONGEST_PORTION) {
      write();
    }
  }

  private void write() {
    if (portion.isEmpty()) {
      return;
    }
    Known known = Known.among(rows, portion.stream().map(Read::key).toList(), questions());
    List<Rows.Write> writes = new ArrayList<>();
    for (Read row : portion) {
      try {
        compare(row, known.find(row.key(), row.fields().text(Columns.QUESTION)), writes);
      } catch (ScriptRefused refused) {
        reject(row.number(), row.fields(), refused.getMessage());
      }
    }
    rows.write(writes, person);
    portion.clear();
    portionLength = 0;
  }

  private void compare(Read row, Entry known, List<Rows.Write> writes) {
    Content content =
        row.fields().over(known == null ? null : known.content(), order.name()).checked();
    if (known != null && !matched.add(known.id())) {
      throw new ScriptRefused("key", "этот скрипт уже есть выше в этом файле");
    }
    State state = order.approve() ? State.APPROVED : State.DRAFT;
    boolean same = known != null && known.content().equals(content);
    boolean adopts = known != null && row.key() != null && !row.key().equals(known.key());
    if (same && !adopts && !(order.approve() && known.state() == State.DRAFT)) {
      unchanged++;
      show(row.number(), content.question(), content.answer(), "unchanged");
      return;
    }
    Long id = known == null ? null : known.id();
    boolean ownKey = known == null ? row.key() != null : adopts;
    writes.add(
        new Rows.Write(
            id, row.key(), ownKey, content, same && !order.approve() ? known.state() : state));
    if (known == null) {
      created++;
    } else {
      updated++;
    }
    String outcome = known == null ? "created" : "updated";
    show(row.number(), content.question(), content.answer(), outcome);
  }

  private List<String> questions() {
    return portion.stream().map(row -> Folded.text(row.fields().text(Columns.QUESTION))).toList();
  }

  private void reject(int number, Fields fields, String reason) {
    rejected.add(new Rejected(number, "Строка %d: %s".formatted(number, reason)));
    show(number, fields.text(Columns.QUESTION), fields.text(Columns.ANSWER), "rejected");
  }

  private void show(int number, String question, String answer, String outcome) {
    preview.put(number, new Previewed(number, question, answer, outcome));
    if (preview.size() > PREVIEW) {
      preview.pollLastEntry();
    }
  }
}
