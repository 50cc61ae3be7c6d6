package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/** A process owner deploys a broken ladder from Modeler. */
@DeskTest
class LadderCheckTest {

  private static final Path LADDER = Path.of("processes", "sanction-ladder.dmn");

  @Test
  void theShippedTableIsWhole() throws IOException {
    assertThat(new LadderCheck().faults("sanction-ladder.dmn", Files.readAllBytes(LADDER)))
        .isEmpty();
  }

  @Test
  void aMissingRungIsRefusedByItsNumber() throws IOException {
    String broken = Files.readString(LADDER).replace("<text>3</text>", "<text>30</text>");
    assertThat(deploy(broken))
        .contains("для ступени 3 нет строки")
        .doesNotContain("для ступени 2 нет строки");
  }

  @Test
  void overlappingRowsAreRefusedByTheirNumbers() throws IOException {
    String broken = Files.readString(LADDER).replace("<text>3</text>", "<text>&gt;= 3</text>");
    assertThat(deploy(broken)).contains("ступени 4 подходят сразу строки 3, 4");
  }

  @Test
  void anotherLadderThatIsWholeIsTaken() throws IOException {
    byte[] milder =
        Files.readString(LADDER)
            .replace("<text>7</text>", "<text>3</text>")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(new LadderCheck().faults("sanction-ladder.dmn", milder)).isEmpty();
  }

  private static String deploy(String table) {
    String boundary = "----part";
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nladder\r\n--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"sanction-ladder.dmn\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + table
            + "\r\n--"
            + boundary
            + "--\r\n";
    var answer =
        Desk.as("pavel")
            .post(
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=" + boundary,
                body);
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer.body();
  }
}
