package org.communitydesk.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** Which hosts a link of a stranger may lead to: public ones, written in the usual way. */
final class Addresses {

  private static final Pattern NUMERIC = Pattern.compile("(?i)(.*\\.)?(0x[0-9a-f]*|\\d+)\\.?");
  private static final Pattern DOTTED =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  // Registry of special-purpose IPv4 blocks,
  // https://www.iana.org/assignments/iana-ipv4-special-registry, read 2026-11.
  private static final List<Block> CLOSED_V4 =
      List.of(
          new Block(0, 0, 0, 8),
          new Block(10, 0, 0, 8),
          new Block(100, 64, 0, 10),
          new Block(127, 0, 0, 8),
          new Block(169, 254, 0, 16),
          new Block(172, 16, 0, 12),
          new Block(192, 0, 0, 24),
          new Block(192, 0, 2, 24),
          new Block(192, 88, 99, 24),
          new Block(192, 168, 0, 16),
          new Block(198, 18, 0, 15),
          new Block(198, 51, 100, 24),
          new Block(203, 0, 113, 24),
          new Block(224, 0, 0, 3));

  private Addresses() {}

  /** A number that is not four plain decimal parts, an address with a zone, a dot at the end. */
  static boolean isDisguised(String host) {
    if (host.startsWith("[")) {
      return host.contains("%");
    }
    boolean odd = NUMERIC.matcher(host).matches() && !DOTTED.matcher(host).matches();
    return odd || host.endsWith(".");
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return CLOSED_V4.stream().noneMatch(block -> block.holds(bytes));
    }
    int first = word(bytes, 0);
    int second = word(bytes, 2);
    boolean globalUnicast = (first & 0xe000) == 0x2000;
    boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
    boolean sixToFour = first == 0x2002;
    boolean documentation = first == 0x3fff && second < 0x1000;
    return globalUnicast && !special && !sixToFour && !documentation;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  private record Block(int a, int b, int c, int prefix) {

    boolean holds(byte[] address) {
      int block = a << 24 | b << 16 | c << 8;
      int value = word(address, 0) << 16 | word(address, 2);
      return (block ^ value) >>> (32 - prefix) == 0;
    }
  }
}
