package org.communitydesk.cases;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Says by its first bytes what a file is, and refuses pictures that would burst a browser. */
final class ContentCheck {

  private static final long MAX_PIXELS = 50_000_000;

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
    if (type.startsWith("image/") && !type.equals("image/webp")) {
      return new Result(type, pictureFault(content));
    }
    return new Result(type, null);
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

  private static String pictureFault(byte[] content) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return "Файл не похож на картинку.";
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels > MAX_PIXELS ? "Картинка слишком большая: больше 50 мегапикселей." : null;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException unreadable) {
      return "Картинка повреждена.";
    }
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
