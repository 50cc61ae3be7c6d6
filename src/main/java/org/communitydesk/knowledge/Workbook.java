package org.communitydesk.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The first sheet of an XLSX file, read as a stream. Formulas are not calculated and links to other
 * files not followed: what the file says was last seen there is taken. The file has passed {@link
 * BookCheck}.
 */
final class Workbook {

  static final int MOST_COLUMNS = 200;
  private static final String BROKEN =
      "Файл похож на книгу Excel, но не читается. Откройте его в Excel и сохраните заново";

  private Workbook() {}

  static void read(Path file, Consumer<Line> reader) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Sheet> sheets = workbook.getSheets()) {
      Sheet sheet =
          sheets
              .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElseThrow(() -> new FileRefused("В книге нет ни одного видимого листа"));
      try (Stream<Row> rows = sheet.openStream()) {
        rows.forEach(row -> reader.accept(line(row)));
      }
    } catch (ExcelReaderException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NullPointerException
        | UncheckedIOException
        | IOException broken) {
      throw new FileRefused(BROKEN, broken);
    }
  }

  private static Line line(Row row) {
    Map<Integer, String> cells = new TreeMap<>();
    Map<Integer, String> faults = new HashMap<>();
    for (Cell cell : row) {
      if (cell == null || cell.getColumnIndex() >= MOST_COLUMNS) {
        continue;
      }
      String raw = cell.getRawValue();
      if (cell.getType() == CellType.ERROR || (raw != null && raw.matches("#[A-Z0-9/]+[!?]?"))) {
        faults.put(cell.getColumnIndex(), "в ячейке ошибка " + raw);
      } else if (cell.getType() == CellType.FORMULA && (raw == null || raw.isBlank())) {
        faults.put(
            cell.getColumnIndex(), "в ячейке формула без сохранённого значения: впишите текст");
      } else if (cell.getType() != CellType.EMPTY && !text(cell).isBlank()) {
        cells.put(cell.getColumnIndex(), text(cell).strip());
      }
    }
    return new Line(row.getRowNum(), cells, faults);
  }

  private static String text(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }
}
