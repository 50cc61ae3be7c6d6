package org.communitydesk.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.communitydesk.database.Patience;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Takes in scripts from a spreadsheet. */
@Component
@Transactional
public class Import {

  private static final int MOST_ROWS = 50_000;
  private static final int LONGEST_ROW = 200_000;
  private static final int PATIENCE = 20;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final Rows rows;
  private final Patience patience;
  private final Semaphore turn = new Semaphore(1, true);

  Import(Rows rows, Patience patience) {
    this.patience = patience;
    this.rows = rows;
  }

  /** Goes over a file once before anything is compared or written. */
  private static final class RowLimit implements Consumer<Line> {

    private int rows;

    @Override
    public void accept(Line line) {
      if (!line.isBlank() && ++rows > MOST_ROWS + 1) {
        throw new FileRefused(
            "В файле больше 50 000 строк. Разделите его на части и загрузите по очереди");
      }
      if (line.length() > LONGEST_ROW) {
        throw new FileRefused(
            "Строка %d: в ней больше 200 000 знаков. Столько не вмещают вопрос и ответы для всех каналов"
                .formatted(line.number()));
      }
    }
  }

  /**
   * How a file is to be read.
   *
   * @param name of the file; becomes the source of new scripts that name none
   * @param mapping fields to columns, where guessing by the names is not enough; may be empty
   * @param dryRun only tell what would happen
   * @param approve or what is new and changed becomes a draft
   */
  public record Order(String name, Map<String, String> mapping, boolean dryRun, boolean approve) {}

  /**
   * What happened, or with a dry run would happen.
   *
   * @param columns how each column with a name was read
   * @param preview the first rows
   */
  public record Report(
      int created,
      int updated,
      int unchanged,
      List<Rejected> rejected,
      List<Column> columns,
      List<Previewed> preview) {}

  /** A row that was left out; the reason is Russian and names it. */
  public record Rejected(int row, String reason) {}

  /** A column; field is null when it is not read. */
  public record Column(String column, String header, String field) {}

  /** A row as it was understood; outcome is created, updated, unchanged or rejected. */
  public record Previewed(int row, String question, String answer, String outcome) {}

  /**
   * Reads an XLSX or CSV file; all rows that can be taken are, in one transaction.
   *
   * @throws FileRefused when the file is none of both, too large, or has no question or no answer
   */
  public Report run(InputStream content, Order order, String person) throws IOException {
    if (!hasTurn()) {
      throw new FileRefused("Сейчас загружается другой файл. Повторите через минуту");
    }
    Path file = Files.createTempFile("scripts", ".tmp");
    try {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return read(file, order, person);
    } finally {
      Files.delete(file);
      turn.release();
    }
  }

  /**
   * One file at a time on a node: what a file may cost is bounded, two files cost twice as much.
   */
  private boolean hasTurn() {
    try {
      return turn.tryAcquire(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Report read(Path file, Order order, String person) throws IOException {
    if (beginsWith(file, OLD_EXCEL)) {
      throw new FileRefused(
          "Это книга Excel старого вида (.xls) или с паролем. Сохраните её как .xlsx без пароля");
    }
    boolean book = beginsWith(file, ZIP);
    if (book) {
      BookCheck.of(file);
    }
    read(file, book, new RowLimit());
    patience.longest();
    rows.lock();
    Intake intake = new Intake(rows, order, person);
    read(file, book, intake::take);
    Report report = intake.finish();
    if (order.dryRun()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
    return report;
  }

  private static void read(Path file, boolean book, Consumer<Line> reader) throws IOException {
    if (book) {
      Workbook.read(file, reader);
    } else {
      TextTable.read(file, reader);
    }
  }

  private static boolean beginsWith(Path file, byte[] mark) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(mark.length), mark);
    }
  }
}
