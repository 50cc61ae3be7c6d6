package org.communitydesk.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A stranger's request body, bounded in bytes and in the time that it may take to come. */
public final class Body {

  private static final int PART = 64 * 1024;

  private Body() {}

  /** The body is longer than it may be. */
  public static final class TooLong extends IOException {

    private TooLong(int most) {
      super("The body is longer than " + most + " bytes");
    }
  }

  /** The body has not come in time. */
  public static final class TooSlow extends IOException {

    private TooSlow(Duration longest) {
      super("The body has not come within " + longest);
    }
  }

  /**
   * Reads all of it; gives up between two reads, each of which the server bounds itself.
   *
   * @param declared the length that was promised, negative when none was
   * @param most bytes
   * @throws TooLong before anything is read when more was promised than may come
   */
  public static byte[] read(InputStream in, long declared, int most, Duration longest)
      throws IOException {
    if (declared > most) {
      throw new TooLong(most);
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream(declared < 0 ? PART : (int) declared);
    byte[] part = new byte[(int) Math.max(1, Math.min(PART, declared < 0 ? PART : declared))];
    pass(in, part, most, longest, read);
    return read.toByteArray();
  }

  /** Lets it pass by within the same bounds and keeps nothing. */
  public static void skip(InputStream in, long declared, int most, Duration longest)
      throws IOException {
    if (declared > most) {
      throw new TooLong(most);
    }
    pass(in, new byte[8 * 1024], most, longest, null);
  }

  private static void pass(
      InputStream in, byte[] part, int most, Duration longest, ByteArrayOutputStream to)
      throws IOException {
    long begun = System.nanoTime();
    long passed = 0;
    for (int got = in.read(part); got >= 0; got = in.read(part)) {
      passed += got;
      if (passed > most) {
        throw new TooLong(most);
      }
      if (System.nanoTime() - begun > longest.toNanos()) {
        throw new TooSlow(longest);
      }
      if (to != null) {
        to.write(part, 0, got);
      }
    }
  }
}
