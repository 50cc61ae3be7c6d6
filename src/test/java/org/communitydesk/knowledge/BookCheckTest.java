package org.communitydesk.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Books that burst a program: each is refused in a sentence and costs next to nothing. */
class BookCheckTest {

  private static final long AFFORDABLE = 48L << 20;
  private static final int HUNDRED_MB = 100 << 20;

  @TempDir Path folder;

  static Stream<Arguments> bombs() {
    return Stream.of(
        arguments("32 767 знаков", sheet(cell("inlineStr", "<is><t>", HUNDRED_MB, "</t></is>"))),
        arguments("ячейке A1", sheet(cell("inlineStr", "<is><t>", 40_000, "</t></is>"))),
        arguments("32 767 знаков", sheet(cell("str", "<v>", HUNDRED_MB, "</v>"))),
        arguments("32 767 знаков", sheet(cell("n", "<f>", 40_000, "</f>"))),
        arguments(
            "начинается так: «Начало",
            strings("<si><t>Начало " + "я".repeat(33_000) + "</t></si>")),
        arguments("32 767", strings("<si>" + "<r><t>яяяяяяяяяя</t></r>".repeat(4_000) + "</si>")),
        arguments(
            "32 767", strings("<si><t>" + "<![CDATA[<<<<<<<<]]>".repeat(9_000) + "</t></si>")),
        arguments("32 767", strings("<si><t>" + "a<!--<-->".repeat(40_000) + "</t></si>")),
        arguments("32 767", strings("<si><t>" + "&amp;".repeat(40_000) + "</t></si>")),
        arguments("32 767", sheet("<c r=\"A1\" x=\"" + ">".repeat(2 << 20) + "\"/>")),
        arguments("32 767", sheet("<!--" + "<b/>".repeat(1 << 19) + "-->")),
        arguments("32 767", sheet("<?x " + "<b/>".repeat(1 << 19) + "?>")),
        arguments("ячейка ZZZZZZ1", sheet("<c r=\"ZZZZZZ1\"><v>1</v></c>")),
        arguments("16 384 столбцов", sheet("<c/>".repeat(20_000))),
        arguments("ячейка A0", sheet("<c r=\"A0\"><v>1</v></c>")),
        arguments("номером «2000000000»", sheet("</row><row r=\"2000000000\">")),
        arguments("«1e999999999»", sheet("<c r=\"A1\"><v>1e999999999</v></c>")),
        arguments("«1E-999999999»", sheet("<c r=\"A1\" t=\"n\"><v>1E-999999999</v></c>")),
        arguments("«1999999999»", sheet("<c r=\"A1\" t=\"s\"><v>1999999999</v></c>")),
        arguments("«-1»", sheet("<c r=\"A1\" t=\"s\"><v>-1</v></c>")),
        arguments("значение «99999999999999999999…»", sheet(number("9".repeat(30_000)))),
        arguments("слишком много длинных формул", sheet(sharedFormula(8_000, 2_000))),
        arguments("элементов f", sheet("<c><f t=\"array\" ref=\"A1:B2\">1</f></c>".repeat(101))),
        arguments("вложенность", sheet("<a>".repeat(300))),
        arguments("разных имён", sheet(names(3_000))),
        arguments(
            "элементов sheet", part("xl/workbook.xml", "<a>" + "<sheet/>".repeat(1_001) + "</a>")),
        arguments("DTD", part("xl/x.xml", "<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>")),
        arguments("не читается", raw("xl/strings.bin", utf16("<sst><si><t>а</t></si></sst>"))),
        arguments(
            "не читается",
            part("xl/x.xml", "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><a/>")),
        arguments("больше 120 МБ", (Content) zip -> nothing(zip, "xl/media/image1.png", 121)),
        arguments("больше 120 МБ", (Content) zip -> nothing(zip, "a.xlsx", 121)),
        arguments(
            "больше 120 МБ",
            (Content)
                zip -> {
                  for (int i = 0; i < 1_001; i++) {
                    put(zip, "xl/" + i + ".xml", "<a/>".getBytes(UTF_8));
                  }
                }));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("bombs")
  void isRefusedAtLittleCost(String reason, Content content) throws IOException {
    Path file = book(content);

    long before = allocated();
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(FileRefused.class)
        .hasMessageContaining(reason);

    assertThat(allocated() - before).isLessThan(AFFORDABLE);
  }

  @Test
  void aDirectoryOfAHundredThousandFilesIsNotEvenRead() throws IOException {
    Path file =
        book(
            zip -> {
              for (int i = 0; i < 100_000; i++) {
                put(zip, Integer.toString(i), new byte[0]);
              }
            });

    long before = allocated();
    assertThatThrownBy(() -> read(file)).hasMessageContaining("больше 120 МБ");
    assertThat(allocated() - before).isLessThan(AFFORDABLE);
  }

  @Test
  void twoPartsOfOneNameAndSizesThatLieAreRefused() throws IOException {
    byte[] twice = Files.readAllBytes(book(part("xl/worksheets/sheet2.xml", "<a/>")));
    replace(twice, "sheet2.xml", "SHEET1.xml");
    assertThatThrownBy(() -> read(write(twice))).hasMessageContaining("не читается");

    byte[] lying = Files.readAllBytes(book(zip -> nothing(zip, "xl/media/a.png", 121)));
    for (int at = 0; at + 46 < lying.length; at++) {
      if (lying[at] == 'P' && lying[at + 1] == 'K' && lying[at + 2] == 1 && lying[at + 3] == 2) {
        lying[at + 24] = 9;
        lying[at + 25] = 0;
        lying[at + 26] = 0;
        lying[at + 27] = 0;
      }
    }
    assertThatThrownBy(() -> read(write(lying))).isInstanceOf(FileRefused.class);
  }

  @Test
  void whatExcelWritesPasses() throws IOException {
    List<Line> lines = new ArrayList<>();
    Path file =
        book(
            sheet(
                "<c r=\"A1\" t=\"inlineStr\"><is><t>"
                    + "&#1103;".repeat(32_767)
                    + "</t></is></c><c r=\"B1\"><v>1.5E3</v></c><c r=\"XFD1\"><v>1</v></c>"));
    BookCheck.of(file);
    Workbook.read(file, lines::add);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).cell(0)).hasSize(32_767);
    assertThat(lines.get(0).cell(1)).isEqualTo("1500");
  }

  @Test
  void booksOfPeoplePass() throws IOException {
    Path shared = Path.of("../shared");
    assumeThat(shared).exists();
    try (Stream<Path> files = Files.walk(shared)) {
      for (Path book : files.filter(one -> one.toString().endsWith(".xlsx")).toList()) {
        assertThatCode(() -> read(book)).as(book.toString()).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void aRowOfATableThatNeverEndsIsRefused() throws IOException {
    for (String table :
        List.of(
            "Вопрос;Ответ\n" + ";".repeat(15_000_000),
            "Вопрос,Ответ\nа,\"б" + "в\n".repeat(5_000_000))) {
      Path file = write(table.getBytes(UTF_8));
      long before = allocated();
      assertThatThrownBy(() -> TextTable.read(file, line -> {}))
          .hasMessage(
              "Строка 2 таблицы CSV длиннее 400 000 знаков: проверьте кавычки и переводы строк");
      assertThat(allocated() - before).isLessThan(4L * table.length() + AFFORDABLE);
    }
  }

  private static void read(Path file) throws IOException {
    BookCheck.of(file);
    Workbook.read(file, line -> {});
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** What is put into a book besides its two usual parts. */
  private interface Content extends Consumer<ZipOutputStream> {}

  private Path book(Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"
              .getBytes(UTF_8));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
              .getBytes(UTF_8));
      content.accept(zip);
      usual(zip, "xl/workbook.xml", BOOK);
      usual(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
    }
    return write(out.toByteArray());
  }

  private static final String BOOK =
      "<workbook"
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
          + " name=\"Лист1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";

  // a part that the test has put itself stays
  @SuppressWarnings("EmptyCatch")
  private static void usual(ZipOutputStream zip, String name, String text) throws IOException {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(UTF_8));
      zip.closeEntry();
    } catch (java.util.zip.ZipException already) {
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "book", ".xlsx"), bytes);
  }

  private static Content part(String name, String text) {
    return raw(name, text.getBytes(UTF_8));
  }

  private static Content raw(String name, byte[] bytes) {
    return zip -> put(zip, name, bytes);
  }

  private static Content sheet(String cells) {
    return part(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row r=\"1\">" + cells + "</row></sheetData></worksheet>");
  }

  private static Content sheet(Content cell) {
    return zip -> {
      begin(zip, "xl/worksheets/sheet1.xml");
      bytes(zip, "<worksheet><sheetData><row r=\"1\">".getBytes(UTF_8));
      cell.accept(zip);
      bytes(zip, "</row></sheetData></worksheet>".getBytes(UTF_8));
    };
  }

  private static Content strings(String items) {
    return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
  }

  private static Content cell(String type, String before, int length, String behind) {
    return zip -> {
      bytes(zip, ("<c r=\"A1\" t=\"" + type + "\">" + before).getBytes(UTF_8));
      byte[] piece = "a".repeat(20_000).getBytes(UTF_8);
      for (int i = 0; i < length; i += piece.length) {
        bytes(zip, piece);
      }
      bytes(zip, (behind + "</c>").getBytes(UTF_8));
    };
  }

  private static String number(String digits) {
    return "<c r=\"A1\"><v>" + digits + "</v></c>";
  }

  private static String sharedFormula(int length, int uses) {
    return "<c r=\"A1\"><f t=\"shared\" ref=\"A1:A9\" si=\"0\">"
        + "A1+".repeat(length / 3)
        + "</f></c>"
        + "<c r=\"B1\"><f t=\"shared\" si=\"0\"/></c>".repeat(uses);
  }

  private static String names(int count) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < count; i++) {
      names.append("<a").append(i).append("/>");
    }
    return names.toString();
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16);
  }

  private static void nothing(ZipOutputStream zip, String name, int megabytes) {
    begin(zip, name);
    for (int i = 0; i < megabytes; i++) {
      bytes(zip, new byte[1 << 20]);
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) {
    begin(zip, name);
    bytes(zip, bytes);
  }

  private static void begin(ZipOutputStream zip, String name) {
    try {
      zip.putNextEntry(new ZipEntry(name));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void bytes(ZipOutputStream zip, byte[] bytes) {
    try {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void replace(byte[] in, String what, String with) {
    String text = new String(in, StandardCharsets.ISO_8859_1);
    byte[] replaced = text.replace(what, with).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(replaced, 0, in, 0, in.length);
  }
}
