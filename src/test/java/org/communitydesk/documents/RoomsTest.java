package org.communitydesk.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The drawing of the rooms shows the walls that stand. */
class RoomsTest {

  @Test
  void theDrawingIsUpToDate() throws IOException {
    WrittenPage.check(Path.of("docs/rooms.md"), new RoomsPage().text(), "RoomsTest");
  }
}
