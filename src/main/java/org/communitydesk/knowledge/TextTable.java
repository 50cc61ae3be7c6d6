package org.communitydesk.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file whose encoding and separator are found by looking at it. */
final class TextTable {

  private static final Charset WINDOWS = Charset.forName("windows-1251");
  private static final String NO_TABLE =
      "Это ни книга Excel (.xlsx), ни таблица CSV: в файле не текст";

  private TextTable() {}

  static void read(Path file, Consumer<Line> reader) throws IOException {
    String text = decoded(Files.readAllBytes(file));
    if (text.isBlank()) {
      throw new FileRefused("Файл пустой");
    }
    if (text.codePoints().anyMatch(TextTable::isNoText)) {
      throw new FileRefused(NO_TABLE);
    }
    char separator = separator(text);
    RowReader rows = new RowReader(text);
    try (CSVParser table = parser(rows, separator)) {
      for (CSVRecord row : table) {
        rows.nextRow();
        reader.accept(line(row));
      }
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw new FileRefused(
          "Таблица CSV не читается: проверьте кавычки. " + broken.getMessage(), broken);
    }
  }

  private static CSVParser parser(RowReader text, char separator) throws IOException {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .setLenientEof(true)
        .get()
        .parse(text);
  }

  /** The separator that makes a header of the first row, or else the most columns. */
  private static char separator(String text) {
    return Stream.of(';', ',', '\t')
        .max(
            Comparator.comparing((Character one) -> Columns.guess(head(text, one)).isComplete())
                .thenComparing(one -> head(text, one).cells().size()))
        .orElseThrow();
  }

  private static Line head(String text, char separator) {
    RowReader rows = new RowReader(text);
    try (CSVParser table = parser(rows, separator)) {
      return table.stream()
          .limit(Columns.HEAD)
          .peek(row -> rows.nextRow())
          .map(TextTable::line)
          .filter(line -> line.cells().size() > 1)
          .findFirst()
          .orElse(new Line(1, Map.of(), Map.of()));
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      return new Line(1, Map.of(), Map.of());
    }
  }

  private static Line line(CSVRecord row) {
    Map<Integer, String> cells = new TreeMap<>();
    for (int column = 0; column < Math.min(row.size(), Workbook.MOST_COLUMNS); column++) {
      if (!row.get(column).isBlank()) {
        cells.put(column, row.get(column).strip());
      }
    }
    return new Line(Math.toIntExact(row.getRecordNumber()), cells, Map.of());
  }

  private static String decoded(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The text on its way to the parser, which keeps a whole row with all its columns: ends in a row
   * that does not end.
   */
  private static final class RowReader extends StringReader {

    private static final int LONGEST = 400_000;

    private int row = 1;
    private int read;

    RowReader(String text) {
      super(text);
    }

    void nextRow() {
      row++;
      read = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      if (read > LONGEST) {
        throw new FileRefused(
            "Строка %d таблицы CSV длиннее 400 000 знаков: проверьте кавычки и переводы строк"
                .formatted(row));
      }
      int now = super.read(into, offset, length);
      read += Math.max(now, 0);
      return now;
    }
  }

  private static boolean isNoText(int sign) {
    return sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != '\f';
  }
}
