package org.communitydesk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages for readers, and those parts of them that the code writes. */
public final class WrittenPage {

  private WrittenPage() {}

  /** Every Markdown file at the top and in {@code docs}. */
  public static List<Path> all() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, docs).filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  /** Fails when the page differs; {@code -Dcatalog.write=true} renews it before. */
  static void check(Path page, String expected, String test) throws IOException {
    if (Boolean.getBoolean("catalog.write")) {
      Files.writeString(page, expected);
    }
    assertThat(page)
        .as("Run mvn test -Dtest=%s -Dcatalog.write=true and commit the result", test)
        .exists()
        .hasContent(expected);
  }
}
