package org.communitydesk.knowledge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML on its way to a parser, which keeps a tag, a comment or a text whole: ends before one of them
 * with what stands up to the next tag is longer than {@link #LONGEST}.
 */
final class Markup extends FilterInputStream {

  /** Bytes; a cell of 32,767 letters, each written as a reference, is a quarter of it. */
  static final int LONGEST = 1 << 20;

  private static final byte[] COMMENT = {'<', '!', '-', '-'};
  private static final byte[] COMMENT_END = {'-', '-', '>'};
  private static final byte[] SECTION = {'<', '!', '['};
  private static final byte[] SECTION_END = {']', ']', '>'};
  private static final byte[] ORDER = {'<', '?'};
  private static final byte[] ORDER_END = {'?', '>'};

  private final byte[] tail = new byte[4];
  private byte[] end;
  private boolean opened;
  private int run;

  Markup(InputStream in) {
    super(in);
  }

  /** A piece of the file is longer than any program would write it. */
  static final class TooLong extends IOException {
    TooLong() {
      super("A piece of XML is longer than " + LONGEST + " bytes");
    }
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      look((byte) b);
    }
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    for (int i = 0; i < read; i++) {
      look(into[offset + i]);
    }
    return read;
  }

  private void look(byte b) throws TooLong {
    tail[0] = tail[1];
    tail[1] = tail[2];
    tail[2] = tail[3];
    tail[3] = b;
    if (end != null) {
      end = endsWith(end) ? null : end;
    } else if (endsWith(COMMENT)) {
      end = COMMENT_END;
    } else if (endsWith(SECTION)) {
      end = SECTION_END;
    } else if (endsWith(ORDER)) {
      end = ORDER_END;
    } else if (opened && b != '!') {
      run = 0;
    }
    opened = end == null && b == '<';
    if (++run > LONGEST) {
      throw new TooLong();
    }
  }

  private boolean endsWith(byte[] what) {
    for (int i = 0; i < what.length; i++) {
      if (tail[tail.length - what.length + i] != what[i]) {
        return false;
      }
    }
    return true;
  }
}
