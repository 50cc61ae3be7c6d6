package org.communitydesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.knowledge.Import.Column;
import org.communitydesk.knowledge.Import.Order;
import org.communitydesk.knowledge.Import.Rejected;
import org.communitydesk.knowledge.Import.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(KnowledgeRoom.class)
class ImportTest {

  private static final Path REAL = Path.of("../shared/datasets/faq_vtb_belarus/original");
  private static final Charset WINDOWS = Charset.forName("windows-1251");

  @Autowired private Import intake;
  @Autowired private Export export;
  @Autowired private Scripts scripts;
  private final String mark = "м" + UUID.randomUUID().toString().replace("-", "");

  @ParameterizedTest
  @CsvSource({"';',windows-1251", "',',UTF-8", "'\t',UTF-8", "';',UTF-16"})
  void separatorAndEncodingAreGuessed(String separator, String charset) throws IOException {
    String text =
        String.join(
            "\r\n",
            row(separator, "Подкатегория", "Категория", "Пример вопроса", "Ответ", "", ""),
            row(
                separator,
                "Кредитные",
                "Карты",
                "Как оформить %s?".formatted(mark),
                "\"Легко, быстро; даром\"",
                "",
                ""));
    Report report = take(text.getBytes(Charset.forName(charset)));
    assertThat(report.rejected()).isEmpty();
    assertThat(report.created()).isEqualTo(1);
    Content kept = only().content();
    assertThat(kept.category()).isEqualTo("Карты");
    assertThat(kept.subcategory()).isEqualTo("Кредитные");
    assertThat(kept.answer()).isEqualTo("Легко, быстро; даром");
    assertThat(report.columns())
        .extracting(Column::field)
        .containsExactly("subcategory", "category", "question", "answer");
  }

  @Test
  void aRepeatedImportChangesOnlyWhatChanged() throws IOException {
    String table = "Вопрос;Ответ\nГде " + mark + "?;Тут\nКуда " + mark + "?;Туда\n";
    assertThat(take(table)).extracting(Report::created, Report::updated).containsExactly(2, 0);
    assertThat(take("\uFEFF" + table)).extracting(Report::unchanged).isEqualTo(2);
    Report changed =
        take(
            "Вопрос;Ответ\nГДЕ «"
                + mark
                + "»!;Тут\nКуда "
                + mark
                + "?;Сюда\n;;\nКуда "
                + mark
                + ";Мимо\n");
    assertThat(changed).extracting(Report::updated, Report::unchanged).containsExactly(2, 0);
    assertThat(changed.rejected())
        .containsExactly(new Rejected(5, "Строка 5: такой вопрос уже есть в строке 3 этого файла"));
    Entry moved = scripts.list("Куда " + mark, null, false, null, 10).get(0);
    assertThat(moved.content().answer()).isEqualTo("Сюда");
    assertThat(scripts.versions(moved.id()))
        .extracting(one -> one.content().answer())
        .containsExactly("Сюда", "Туда");
  }

  @Test
  void aKeyStaysWhenTheQuestionChanges() throws IOException {
    String key = "K-" + mark;
    take("ID;Вопрос;Ответ\n" + key + ";Первый " + mark + ";А\n");
    Report report =
        take("ID;Вопрос;Ответ\n" + key + ";Второй " + mark + ";А\n" + key + ";Третий;Б\n");
    assertThat(report).extracting(Report::created, Report::updated).containsExactly(0, 1);
    assertThat(report.rejected())
        .containsExactly(new Rejected(3, "Строка 3: такой ключ уже есть в строке 2 этого файла"));
    assertThat(only().content().question()).isEqualTo("Второй " + mark);
  }

  @Test
  void draftsAreWrittenUnlessApprovedAndADryRunWritesNothing() throws IOException {
    byte[] table = ("Вопрос;Ответ\nЧто " + mark + "?;Это\n").getBytes(StandardCharsets.UTF_8);
    Report dry = run(table, new Order("a.csv", Map.of(), true, false));
    assertThat(dry.created()).isEqualTo(1);
    assertThat(dry.preview().get(0).outcome()).isEqualTo("created");
    assertThat(scripts.list(mark, null, false, null, 10)).isEmpty();
    take(table);
    assertThat(only().state()).isEqualTo(State.DRAFT);
    assertThat(run(table, new Order("a.csv", Map.of(), false, true)).updated()).isEqualTo(1);
    assertThat(only().state()).isEqualTo(State.APPROVED);
    assertThat(only().content().source()).isEqualTo("таблица.csv");
  }

  @Test
  void cellsOfABookAreTakenAsTheyWereLastSeen() throws IOException {
    byte[] book =
        Table.xlsx(
            sheet -> {
              sheet.value(1, 0, "Вопрос");
              sheet.value(1, 1, "Ответ");
              sheet.value(1, 2, "Ответ: ВКонтакте");
              sheet.value(1, 3, "Действует по");
              sheet.value(3, 0, "Когда " + mark + "?");
              sheet.value(3, 1, "Завтра");
              sheet.value(3, 2, "Завтра, VK");
              sheet.value(3, 3, java.time.LocalDate.of(2026, 12, 31));
              sheet.style(4, 0).bold().set();
              sheet.value(5, 0, "Сколько " + mark + "?");
              sheet.formula(5, 1, "HYPERLINK(\"https://evil.example\")");
              sheet.value(6, 0, "Зачем " + mark + "?");
              sheet.value(7, 1, "Без вопроса");
              sheet.value(8, 0, "Длинно " + mark);
              sheet.value(8, 1, "д".repeat(10_001));
              sheet.value(9, 0, "Кому " + mark);
              sheet.value(9, 1, "Вам, {фамилия}");
            });
    Report report = take(book);
    assertThat(report.rejected())
        .extracting(Rejected::reason)
        .containsExactlyInAnyOrder(
            "Строка 6: в ячейке формула без сохранённого значения: впишите текст (столбец B)",
            "Строка 7: нет ответа",
            "Строка 8: нет вопроса",
            "Строка 9: ответ длиннее 10 000 знаков: 10 001",
            "Строка 10: неизвестная подстановка {фамилия}: есть {имя} и {канал}");
    assertThat(only().content().variants()).containsEntry("vk", "Завтра, VK");
    assertThat(only().content().validUntil()).isEqualTo("2026-12-31");
  }

  @Test
  void whatIsExportedComesBackUnchangedAndIsNoFormula() throws IOException {
    take(
        "Вопрос;Ответ;Ссылки\nМинус "
            + mark
            + ";-5 %;Правила https://mironline.ru/a\n"
            + "Плюс "
            + mark
            + ";\"＝1+1\nдва\";\n"
            + "Штрих "
            + mark
            + ";''@a;\n");
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    export.csv(csv);
    assertThat(csv.toString(StandardCharsets.UTF_8)).contains(";'-5 %;", "\"'＝1+1", ";''@a;");
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    export.xlsx(book);
    for (byte[] file : List.of(csv.toByteArray(), book.toByteArray())) {
      Report report = take(file);
      assertThat(report.rejected()).isEmpty();
      assertThat(report).extracting(Report::created, Report::updated).containsExactly(0, 0);
      assertThat(report.unchanged()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void whatIsNoTableOrTooLargeIsRefusedWithoutReadingItAll() throws IOException {
    refused("ни книга Excel", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    refused("Файл пустой", new byte[0]);
    refused("старого вида", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
    refused("не читается", new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    refused("больше 120 МБ", Table.bomb(121));
    refused("больше 50 000 строк", Table.rows(50_001));
    refused("«Имя», «Город»", "Имя;Город\nПётр;Тверь".getBytes(WINDOWS));
    assertThatThrownBy(
            () ->
                run(
                    "Вопрос;Ответ\nа;б".getBytes(WINDOWS),
                    new Order("a", Map.of("answer", "Отклик"), true, false)))
        .hasMessageContaining("нет столбца «Отклик»");
  }

  @Test
  void columnsCanBeNamed() throws IOException {
    byte[] table = ("Тело;Отклик\nКто " + mark + "?;Я\n").getBytes(WINDOWS);
    Report report =
        run(table, new Order("a.csv", Map.of("question", "Тело", "answer", "B"), false, false));
    assertThat(report.created()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "faq_other_columns.xlsx",
        "smart_support_vtb_belarus_faq_final.csv",
        "smart_support_vtb_belarus_faq_final.xlsx"
      })
  void realFilesComeIn(String name) throws IOException {
    Path file = REAL.resolve(name);
    if (!Files.exists(file)) {
      System.out.println("Skipped: there is no " + file);
    }
    assumeThat(file).exists();
    Report report = run(Files.readAllBytes(file), new Order(name, Map.of(), true, false));
    System.out.println(
        name + ": " + report.created() + " " + report.rejected() + " " + report.columns());
    assertThat(report.created()).isGreaterThan(190);
    assertThat(report.rejected()).hasSizeLessThan(10);
  }

  private static String row(String separator, String... cells) {
    return String.join(separator, cells);
  }

  private Entry only() {
    List<Entry> found = scripts.list(mark, null, false, null, 10);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private void refused(String reason, byte[] file) {
    assertThatThrownBy(() -> take(file))
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining(reason);
  }

  private Report take(String table) throws IOException {
    return take(table.getBytes(StandardCharsets.UTF_8));
  }

  private Report take(byte[] file) throws IOException {
    return run(file, new Order("таблица.csv", Map.of(), false, false));
  }

  private Report run(byte[] file, Order order) throws IOException {
    return intake.run(new ByteArrayInputStream(file), order, "maria");
  }
}
