package org.communitydesk.cases;

import java.util.Optional;

/** Says by its first bytes what a file is, and refuses pictures that would burst a browser. */
final class ContentCheck {

  private static final long MAX_PIXELS = 50_000_000;
  private static final long MAX_DRAWN = 2_000_000_000;

  private ContentCheck() {}

  record Result(String contentType, String refusal) {}

  static Result of(byte[] content) {
    String type = sniff(content);
    if (content.length == 0) {
      return new Result(null, "Файл пустой.");
    }
    if (content.length > Attachments.MAX_BYTES) {
      return new Result(null, "Файл больше 20 МБ.");
    }
    if (type.startsWith("image/")) {
      return new Result(type, pictureFault(type, content));
    }
    return new Result(type, null);
  }

  /** Whether it is text for people, of any encoding that shares its digits with ASCII. */
  static boolean isText(byte[] content) {
    for (byte b : content) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return sniff(content).equals("application/octet-stream");
  }

  private static String sniff(byte[] b) {
    if (starts(b, 0, 0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    if (starts(b, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return "image/png";
    }
    if (starts(b, 0, 'G', 'I', 'F', '8')) {
      return "image/gif";
    }
    if (starts(b, 0, 'R', 'I', 'F', 'F') && starts(b, 8, 'W', 'E', 'B', 'P')) {
      return "image/webp";
    }
    if (starts(b, 0, '%', 'P', 'D', 'F', '-')) {
      return "application/pdf";
    }
    return "application/octet-stream";
  }

  private static String pictureFault(String type, byte[] content) {
    Optional<Picture> picture = Picture.of(type, content);
    if (picture.isEmpty()) {
      return "Картинка повреждена.";
    }
    if (picture.get().pixels() > MAX_PIXELS) {
      return "Картинка слишком большая: больше 50 мегапикселей.";
    }
    return picture.get().drawn() > MAX_DRAWN
        ? "Анимация слишком большая: в ней больше 2 миллиардов точек."
        : null;
  }

  private static boolean starts(byte[] content, int offset, int... magic) {
    if (content.length < offset + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((content[offset + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
