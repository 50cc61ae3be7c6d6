package org.communitydesk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** The drawing of the rooms shows the walls that stand, and a room's page the doors there are. */
class RoomsTest {

  private static final Pattern LINK = Pattern.compile("@link(?:\\s|\\*)+([\\w.]+)");

  @Test
  void theDrawingIsUpToDate() throws IOException {
    WrittenPage.check(Path.of("docs/rooms.md"), new RoomsPage().text(), "RoomsTest");
  }

  @Test
  void everyClassThatARoomsPageNamesExists() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      for (Path page : sources.filter(file -> file.endsWith("package-info.java")).toList()) {
        List<String> named =
            LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)).toList();
        assertThat(named)
            .as(page.toString())
            .filteredOn(type -> !ClassUtils.isPresent(type, getClass().getClassLoader()))
            .isEmpty();
      }
    }
  }
}
