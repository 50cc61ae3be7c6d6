package org.communitydesk.knowledge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.communitydesk.conversation.Platform;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes all scripts into a spreadsheet that can be imported again; no cell is a formula. */
@Component
@Transactional(readOnly = true)
public class Export {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final int WIDE = 60;
  private static final Map<State, String> STATES =
      Map.of(State.DRAFT, "черновик", State.APPROVED, "утверждён", State.WITHDRAWN, "отозван");

  private final Rows rows;

  Export(Rows rows) {
    this.rows = rows;
  }

  /** One sheet «Скрипты». */
  public void xlsx(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Community Desk", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Скрипты");
      sheet.width(1, WIDE);
      sheet.width(2, WIDE);
      sheet.freezePane(0, 1);
      List<String> header = header();
      for (int column = 0; column < header.size(); column++) {
        sheet.value(0, column, header.get(column));
        sheet.style(0, column).bold().set();
      }
      int row = 1;
      for (Entry entry : all()) {
        List<String> cells = cells(entry);
        for (int column = 0; column < cells.size(); column++) {
          if (!cells.get(column).isEmpty()) {
            sheet.value(row, column, cells.get(column));
          }
        }
        row++;
      }
    }
  }

  /** UTF-8 with a mark and semicolons, as the Russian Excel opens it by itself. */
  public void csv(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
    try (CSVPrinter table = new CSVPrinter(writer, format)) {
      table.printRecord(header());
      for (Entry entry : all()) {
        table.printRecord(cells(entry));
      }
    }
  }

  private List<Entry> all() {
    return rows.select("true order by s.id", Map.of());
  }

  private static List<String> header() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "Ключ",
                "Вопрос",
                "Ответ",
                "Категория",
                "Подкатегория",
                "Ответственный",
                "Действует с",
                "Действует по",
                "Ссылки",
                "Источник"));
    Stream.of(Platform.values()).map(one -> "Ответ: " + one.title()).forEach(names::add);
    names.add("Состояние");
    return names;
  }

  private static List<String> cells(Entry entry) {
    Content content = entry.content();
    List<String> cells =
        new ArrayList<>(
            Stream.of(
                    entry.key(),
                    content.question(),
                    content.answer(),
                    content.category(),
                    content.subcategory(),
                    content.owner(),
                    day(content.validFrom()),
                    day(content.validUntil()),
                    content.links().stream()
                        .map(link -> link.title() + " " + link.url())
                        .collect(Collectors.joining("\n")),
                    content.source())
                .map(text -> text == null ? "" : text)
                .toList());
    for (Platform platform : Platform.values()) {
      cells.add(content.variants().getOrDefault(platform.id(), ""));
    }
    cells.add(STATES.get(entry.state()));
    return cells.stream().map(Neutral::cell).toList();
  }

  private static String day(LocalDate day) {
    return day == null ? null : DAY.format(day);
  }
}
