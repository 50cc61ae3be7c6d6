package org.communitydesk.database;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * A file in the column {@code content} of a table, read in parts: no heap ever holds the whole, and
 * no connection is kept from one part to the next, however slowly the reader goes on. Each stream
 * begins at the first byte; it fails with an {@link IOException} when the row is gone.
 */
public final class StoredBytes implements Supplier<InputStream> {

  private static final int PART = 256 * 1024;

  private final JdbcClient jdbc;
  private final String table;
  private final String key;
  private final Object id;
  private final long size;

  /**
   * @param key the column that names the row
   * @param id a number or a UUID; a row that it names has the same content for ever
   * @param size in bytes
   */
  public StoredBytes(JdbcClient jdbc, String table, String key, Object id, long size) {
    this.jdbc = jdbc;
    this.table = table;
    this.key = key;
    this.id = id;
    this.size = size;
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** The file as a value in SQL: whoever copies it need not read it. */
  public String sql() {
    return "(select content from %s where %s = '%s')".formatted(table, key, id);
  }

  @Override
  public InputStream get() {
    return new Parts();
  }

  private byte[] part(long from) throws IOException {
    try {
      Optional<byte[]> part =
          jdbc.sql(
                  "select substring(content from :from for :length) from %s where %s = :id"
                      .formatted(table, key))
              .param("from", (int) from + 1)
              .param("length", PART)
              .param("id", id)
              .query(byte[].class)
              .optional();
      return part.filter(bytes -> bytes.length == Math.min(PART, size - from))
          .orElseThrow(() -> new IOException("The file has been taken away"));
    } catch (DataAccessException | TransactionException fault) {
      throw new IOException("The file cannot be read now", fault);
    }
  }

  private final class Parts extends InputStream {

    private byte[] part = new byte[0];
    private long partFrom;
    private long at;

    @Override
    public int read() throws IOException {
      return hasMore() ? part[(int) (at++ - partFrom)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!hasMore()) {
        return -1;
      }
      int from = (int) (at - partFrom);
      int got = Math.min(length, part.length - from);
      System.arraycopy(part, from, into, offset, got);
      at += got;
      return got;
    }

    @Override
    public long skip(long wanted) {
      long skipped = Math.max(0, Math.min(wanted, size - at));
      at += skipped;
      return skipped;
    }

    private boolean hasMore() throws IOException {
      if (at >= size) {
        return false;
      }
      if (at >= partFrom + part.length) {
        partFrom = at;
        part = part(at);
      }
      return true;
    }
  }
}
