package org.communitydesk.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {

  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static final String GIF = "GIF89a\1\0\1\0\0\0\0";
  private static final String FRAME = ",\0\0\0\0\1\0\1\0\0\2\1x\0";

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "jpeg"})
  void knowsPicturesAndTheirSize(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), format, out);

    ContentCheck.Result checked = ContentCheck.of(out.toByteArray());

    assertThat(checked).isEqualTo(new ContentCheck.Result("image/" + format, null));
    assertThat(Picture.of(checked.contentType(), out.toByteArray()))
        .contains(new Picture(60_000, 60_000));
    for (int cut : new int[] {4, 9, 12, 20}) {
      byte[] torn = Arrays.copyOf(out.toByteArray(), cut);
      assertThat(ContentCheck.of(torn)).as("%d bytes", cut).matches(it -> isRefused(it));
    }
  }

  private static boolean isRefused(ContentCheck.Result checked) {
    return "Картинка повреждена.".equals(checked.refusal())
        || "application/octet-stream".equals(checked.contentType());
  }

  @Test
  void knowsTheThreeKindsOfWebp() {
    assertThat(Picture.of("image/webp", webp("VP8 ", "\0\0\0\u009d\1*,\1\u00c8\0")))
        .contains(new Picture(60_000, 60_000));
    assertThat(Picture.of("image/webp", webp("VP8L", "/+\u00c11\0\0\0\0\0\0")))
        .contains(new Picture(60_000, 60_000));
    assertThat(
            Picture.of(
                "image/webp", webp("VP8X", "\2\0\0\0+\1\0\u00c7\0\0ANMF\0\0\0\0ANMF\0\0\0\0")))
        .contains(new Picture(60_000, 120_000));
  }

  private static byte[] webp(String chunk, String content) {
    byte[] bytes = ("RIFF    WEBP" + chunk + "    " + content).getBytes(ISO_8859_1);
    int length = chunk.equals("VP8X") ? 10 : content.length();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(16, length);
    return bytes;
  }

  @Test
  void refusesPicturesThatBurstABrowser() {
    String header = PNG + "\0\0\0\rIHDR\0\0";
    String rest = "\b\2\0\0\0....";
    assertThat(refusal(header + "\u00ff\u00ff\0\0\u00ff\u00ff" + rest)).contains("50 мегапикселей");
    assertThat(refusal(PNG + "\0\0\0\rIHDR\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff" + rest))
        .contains("50 мегапикселей");
    assertThat(refusal(header + "\20\0\0\0\20\0" + rest + "\0\0\0\bacTL\0\0\20\0\0\0\0\0...."))
        .contains("Анимация");
    assertThat(refusal(GIF.replace("\1\0\1\0", "\u00ff\u00ff\u00ff\u00ff") + FRAME))
        .contains("50 мегапикселей");
    assertThat(refusal(GIF + FRAME.replace("\1\0\1\0", "\u00ff\u00ff\u00ff\u00ff")))
        .contains("50 мегапикселей");
    assertThat(refusal(GIF.replace("\1\0\1\0", "\0\20\0\20") + FRAME.repeat(200)))
        .contains("Анимация");
    assertThat(refusal("\u00ff\u00d8\u00ff\u00c2\0\21\b\u00ff\u00ff\u00ff\u00ff......"))
        .contains("50 мегапикселей");
  }

  private static String refusal(String content) {
    return ContentCheck.of(content.getBytes(ISO_8859_1)).refusal();
  }

  @Test
  void looksAtTheLargestFileInAnInstantAndKeepsNothing() {
    String comment = "!\u00fe" + ("\u00ff" + "x".repeat(255)).repeat(80_000) + "\0";
    for (String large :
        new String[] {
          GIF + comment + FRAME,
          GIF + FRAME.repeat(1_000_000),
          GIF + "x".repeat(20_000_000),
          PNG + "\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\2\0\0\0...." + "\0\0\0\0tEXt....".repeat(1_000_000),
          "\u00ff\u00d8" + "\u00ff".repeat(20_000_000),
          "\u00ff\u00d8" + "\u00ff\u00e1\0\2".repeat(5_000_000),
        }) {
      byte[] content = large.getBytes(ISO_8859_1);
      long bytes = allocated();
      long begin = System.nanoTime();

      ContentCheck.of(content);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
      assertThat(allocated() - bytes).isLessThan(1 << 20);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Test
  void tellsTextFromOtherFiles() {
    assertThat(
            ContentCheck.isText("\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2\r\n\t1".getBytes(ISO_8859_1)))
        .isTrue();
    assertThat(ContentCheck.isText("PK\3\4".getBytes(ISO_8859_1))).isFalse();
    assertThat(ContentCheck.isText("%PDF-1.7\n1".getBytes(ISO_8859_1))).isFalse();
  }

  @Test
  void whatABrowserMightRunIsAPlainFile() {
    for (String active :
        new String[] {
          "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
          "<?xml version=\"1.0\"?><svg/>",
          "<html><script>alert(1)</script>",
          "PK\3\4",
          "BM      ",
          "II*\0",
        }) {
      assertThat(ContentCheck.of(active.getBytes(ISO_8859_1)))
          .isEqualTo(new ContentCheck.Result("application/octet-stream", null));
    }
    assertThat(ContentCheck.of("%PDF-1.7 PK\3\4<script>".getBytes(ISO_8859_1)).contentType())
        .isEqualTo("application/pdf");
    assertThat(refusal("GIF89a=1;alert(1)//")).isNotNull();
  }
}
