package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.communitydesk.contract.DiagramLimits;
import org.junit.jupiter.api.Test;

/**
 * The pictures in {@code docs/processes} show the files that run; {@code -Dpictures.write=true}
 * renews them.
 */
class DiagramPicturesTest {

  private static final Path FOLDER = Path.of("docs/processes");
  private static final DiagramLimits DIAGRAMS = new DiagramLimits(Path.of(""));

  @Test
  void everyPictureShowsTheDiagramThatRuns() throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    DIAGRAMS.names().forEach(name -> expected.putAll(DIAGRAMS.pictures(name)));
    expected.put("README.md", page());
    if (Boolean.getBoolean("pictures.write")) {
      write(expected);
    }
    assertThat(found())
        .as("Run mvn test -Dtest=DiagramPicturesTest -Dpictures.write=true and commit the result")
        .isEqualTo(expected);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            "# Все схемы\n\nКартинки сделаны из тех же файлов, которые исполняются; правки руками"
                + " пропадут.\nОбновить: `mvn test -Dtest=DiagramPicturesTest"
                + " -Dpictures.write=true`.\n");
    for (String name : DIAGRAMS.names()) {
      page.append("\n## %s (`%s`)\n\n".formatted(DIAGRAMS.title(name), name));
      DIAGRAMS
          .pictureTitles(name)
          .forEach((file, title) -> page.append("![%s](%s)\n\n".formatted(title, file)));
    }
    return page.toString().stripTrailing() + "\n";
  }

  private static void write(Map<String, String> pictures) throws IOException {
    Files.createDirectories(FOLDER);
    for (String old : found().keySet()) {
      Files.delete(FOLDER.resolve(old));
    }
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      Files.writeString(FOLDER.resolve(picture.getKey()), picture.getValue());
    }
  }

  private static SortedMap<String, String> found() throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          found.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return found;
  }
}
