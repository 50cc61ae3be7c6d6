package org.communitydesk.knowledge;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Goes over an XLSX file in a stream, keeping nothing, before the library reads it, which keeps
 * what it reads: with the library's own ZIP and XML readers, so that both see the same. What a file
 * says about its sizes proves nothing.
 */
final class BookCheck {

  private static final long MOST_UNPACKED = 120_000_000;
  private static final int MOST_PARTS = 1_000;
  private static final int ENTRY_MARK = 'P' << 24 | 'K' << 16 | 1 << 8 | 2;
  private static final String BROKEN =
      "Файл похож на книгу Excel, но не читается. Откройте его в Excel и сохраните заново";

  private final XMLInputFactory xml = new InputFactoryImpl();
  private final byte[] buffer = new byte[1 << 16];
  private long left = MOST_UNPACKED;

  private BookCheck() {
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * @throws FileRefused when it is no book, or one that no spreadsheet program writes
   */
  static void of(Path file) throws IOException {
    if (entries(file) > MOST_PARTS) {
      throw tooLarge();
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new FileRefused("Это архив, но не книга Excel: нужен файл .xlsx или .csv");
      }
      new BookCheck().parts(zip);
    } catch (IllegalArgumentException | IOException broken) {
      throw new FileRefused(BROKEN, broken);
    }
  }

  /** How often the mark of a directory entry stands in the file; entries lie about their number. */
  private static int entries(Path file) throws IOException {
    int found = 0;
    int last = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        last = last << 8 | b;
        found += last == ENTRY_MARK ? 1 : 0;
      }
    }
    return found;
  }

  private void parts(ZipFile zip) throws IOException {
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
      boolean usual = part.getMethod() == ZipEntry.STORED || part.getMethod() == ZipEntry.DEFLATED;
      if (!usual || !names.add(part.getName().toLowerCase(Locale.ROOT))) {
        throw new FileRefused(BROKEN);
      }
      try (InputStream unpacked = new BufferedInputStream(new Counted(zip.getInputStream(part)))) {
        part(part.getName(), unpacked);
      }
    }
  }

  private void part(String name, InputStream in) throws IOException {
    in.mark(4);
    byte[] first = in.readNBytes(4);
    in.reset();
    if (isWideXml(first)) {
      throw new FileRefused(BROKEN);
    }
    if (first.length > 0 && (first[0] == '<' || first[0] <= ' ' || first[0] == (byte) 0xEF)) {
      xml(name, in);
    }
    while (in.read(buffer) >= 0) {
      // only the number of bytes matters
    }
  }

  /** XML in units of two or four bytes or in EBCDIC, whose tags a look at bytes does not see. */
  private static boolean isWideXml(byte[] b) {
    return b.length == 4
        && ((b[0] == 0 && b[1] == '<')
            || (b[0] == 0 && b[1] == 0 && (b[3] == '<' || b[3] == (byte) 0xFF))
            || (b[0] == '<' && b[1] == 0)
            || (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF)
            || (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE)
            || (b[0] == 0x4C && b[1] == 0x6F && b[2] == (byte) 0xA7));
  }

  // The library meets the same fault at the same place, if it reads that part at all.
  @SuppressWarnings("EmptyCatch")
  private void xml(String name, InputStream in) {
    PartCheck check = new PartCheck(name);
    try {
      XMLStreamReader reader = xml.createXMLStreamReader(new Markup(in));
      String encoding = reader.getCharacterEncodingScheme();
      if (encoding != null
          && !encoding.matches("(?i)utf-8|us-ascii|iso-8859-\\d+|windows-125\\d")) {
        throw new FileRefused(BROKEN);
      }
      while (reader.hasNext()) {
        reader.next();
        check.look(reader);
      }
    } catch (XMLStreamException | UncheckedStreamException fault) {
      for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
        if (cause instanceof Markup.TooLong) {
          throw check.tooLong();
        }
      }
    }
  }

  static FileRefused tooLarge() {
    return new FileRefused(
        "В распакованном виде книга больше 120 МБ. Разделите её: за раз принимаем до 50 000 строк");
  }

  /** Bytes of a part, taken from what is left for the whole book. */
  private final class Counted extends InputStream {

    private final InputStream in;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw tooLarge();
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
