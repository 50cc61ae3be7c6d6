package org.communitydesk.cases;

import java.util.Optional;

/**
 * The size of a picture as its bytes state it, read without decoding: a decoder of the JDK copies
 * the same bytes again and again over some files, and unpacks others.
 *
 * @param pixels of the whole picture
 * @param drawn pixels that a browser draws to show it from its first frame to its last one
 */
record Picture(long pixels, long drawn) {

  private static final long WIDEST = 1 << 16;

  /** Empty when the bytes are no picture of that type, or end too early. */
  static Optional<Picture> of(String type, byte[] content) {
    try {
      Bytes bytes = new Bytes(content);
      Picture found =
          switch (type) {
            case "image/png" -> png(bytes);
            case "image/gif" -> gif(bytes);
            case "image/jpeg" -> jpeg(bytes);
            case "image/webp" -> webp(bytes);
            default -> null;
          };
      return Optional.ofNullable(found).filter(one -> one.pixels > 0);
    } catch (IndexOutOfBoundsException cutOff) {
      return Optional.empty();
    }
  }

  private static Picture sized(long width, long height, long frames) {
    long pixels = Math.min(width, WIDEST) * Math.min(height, WIDEST);
    return new Picture(pixels, pixels * Math.max(1, Math.min(frames, WIDEST)));
  }

  private static Picture png(Bytes in) {
    long frames = 1;
    if (!in.is(12, "IHDR")) {
      return null;
    }
    for (long at = 8; at + 12 <= in.length() && !in.is(at + 4, "IDAT"); at += 12 + in.big32(at)) {
      if (in.is(at + 4, "acTL")) {
        frames = in.big32(at + 8);
      }
    }
    return sized(in.big32(16), in.big32(20), frames);
  }

  private static Picture gif(Bytes in) {
    long width = in.little16(6);
    long height = in.little16(8);
    long frames = 0;
    long at = 13 + colours(in.at(10));
    while (at < in.length() && in.at(at) != 0x3B) {
      if (in.at(at) == 0x2C) {
        frames++;
        width = Math.max(width, in.little16(at + 1) + in.little16(at + 5));
        height = Math.max(height, in.little16(at + 3) + in.little16(at + 7));
        at = blocks(in, at + 11 + colours(in.at(at + 9)));
      } else if (in.at(at) == 0x21) {
        at = blocks(in, at + 2);
      } else {
        at++;
      }
    }
    return frames == 0 ? null : sized(width, height, frames);
  }

  private static long colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
  }

  private static long blocks(Bytes in, long at) {
    while (at < in.length() && in.at(at) != 0) {
      at += in.at(at) + 1;
    }
    return at + 1;
  }

  private static Picture jpeg(Bytes in) {
    long at = 2;
    while (true) {
      if (in.at(at) != 0xFF) {
        return null;
      }
      int marker = in.at(at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
        at += 2;
      } else if (marker >= 0xC0
          && marker <= 0xCF
          && marker != 0xC4
          && marker != 0xC8
          && marker != 0xCC) {
        return sized(in.big16(at + 7), in.big16(at + 5), 1);
      } else if (marker == 0xD9 || marker == 0xDA || in.big16(at + 2) < 2) {
        return null;
      } else {
        at += 2 + in.big16(at + 2);
      }
    }
  }

  private static Picture webp(Bytes in) {
    if (in.is(12, "VP8 ")) {
      return sized(in.little16(26) & 0x3FFF, in.little16(28) & 0x3FFF, 1);
    }
    if (in.is(12, "VP8L")) {
      long bits = in.little16(21) | in.little16(23) << 16;
      return sized((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, 1);
    }
    if (!in.is(12, "VP8X")) {
      return null;
    }
    long frames = 0;
    for (long at = 12; at + 8 <= in.length(); at += 8 + ((in.little32(at + 4) + 1) & ~1L)) {
      frames += in.is(at, "ANMF") ? 1 : 0;
    }
    return sized(
        (in.little16(24) | (long) in.at(26) << 16) + 1,
        (in.little16(27) | (long) in.at(29) << 16) + 1,
        frames);
  }

  private record Bytes(byte[] all) {

    int length() {
      return all.length;
    }

    int at(long index) {
      return all[Math.toIntExact(Math.min(index, Integer.MAX_VALUE))] & 0xFF;
    }

    int big16(long index) {
      return at(index) << 8 | at(index + 1);
    }

    long big32(long index) {
      return (long) big16(index) << 16 | big16(index + 2);
    }

    long little16(long index) {
      return at(index) | at(index + 1) << 8;
    }

    long little32(long index) {
      return little16(index) | little16(index + 2) << 16;
    }

    boolean is(long index, String name) {
      for (int i = 0; i < name.length(); i++) {
        if (at(index + i) != name.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
