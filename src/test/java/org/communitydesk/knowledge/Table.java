package org.communitydesk.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheets made for a test. */
final class Table {

  private Table() {}

  static byte[] xlsx(Consumer<Worksheet> fill) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      fill.accept(workbook.newWorksheet("Лист1"));
    }
    return out.toByteArray();
  }

  static byte[] xlsx(String[]... rows) throws IOException {
    return xlsx(
        sheet -> {
          for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
              if (rows[row][column] != null) {
                sheet.inlineString(row, column, rows[row][column]);
              }
            }
          }
        });
  }

  static byte[] rows(int count) throws IOException {
    return xlsx(
        sheet -> {
          sheet.value(0, 0, "Вопрос");
          sheet.value(0, 1, "Ответ");
          for (int row = 1; row <= count; row++) {
            sheet.value(row, 0, "Вопрос номер " + row);
            sheet.value(row, 1, "Ответ");
          }
        });
  }

  /** A book whose one sheet unpacks to that many megabytes of nothing. */
  static byte[] bomb(int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(nothing);
      }
      zip.closeEntry();
    }
    return out.toByteArray();
  }
}
