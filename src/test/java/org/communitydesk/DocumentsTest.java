package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.documents.WrittenPage;
import org.junit.jupiter.api.Test;

/** The pages for readers: short at the door, and no link or file name that leads into nothing. */
class DocumentsTest {

  private static final int LONGEST_README = 150;
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Path ROOMS = Path.of("src/main/java/org/communitydesk");
  private static final Pattern SOURCE = Pattern.compile("`([\\w/-]+/\\w+\\.java)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  @Test
  void theFrontDoorIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(LONGEST_README);
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : WrittenPage.all()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        if (!links.group(1).contains(":") && !leads(page, links.group(1), links.group(2))) {
          broken.add(page + ": " + links.group());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everySourceFileThatIsNamedExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : WrittenPage.all()) {
      Matcher files = SOURCE.matcher(Files.readString(page));
      while (files.find()) {
        Path file = Path.of(files.group(1));
        if (!Files.exists(file) && !Files.exists(ROOMS.resolve(file))) {
          missing.add(page + ": " + file);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean leads(Path page, String file, String heading) throws IOException {
    Path there = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(there)
        && (heading == null
            || HEADING
                .matcher(Files.readString(there))
                .results()
                .anyMatch(found -> anchor(found.group(1)).equals(heading)));
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
