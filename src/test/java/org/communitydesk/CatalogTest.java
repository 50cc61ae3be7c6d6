package org.communitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communitydesk.contract.Catalog;
import org.junit.jupiter.api.Test;

/**
 * The catalogue beside the diagrams says what Java offers; {@code -Dcatalog.write=true} renews it.
 */
class CatalogTest {

  private final Catalog catalog = new Catalog();

  @Test
  void pageForPeopleIsUpToDate() throws IOException {
    check(Path.of("processes/CATALOG.md"), catalog.page());
  }

  @Test
  void templatesForModelerAreUpToDate() throws IOException {
    check(Path.of("processes/.camunda/element-templates/catalog.json"), catalog.templates());
  }

  private static void check(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("catalog.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("Run mvn test -Dtest=CatalogTest -Dcatalog.write=true and commit the result")
        .exists()
        .hasContent(expected);
  }
}
