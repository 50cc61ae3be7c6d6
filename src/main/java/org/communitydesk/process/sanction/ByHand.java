package org.communitydesk.process.sanction;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.communitydesk.cases.CaseFile;
import org.springframework.stereotype.Component;

/** How a person does on each platform what its API does not give; the data stand in a file. */
@Component
class ByHand {

  private final Properties steps = new Properties();

  ByHand() {
    try (Reader file =
        new InputStreamReader(
            ByHand.class.getResourceAsStream("/process/by-hand.properties"),
            StandardCharsets.UTF_8)) {
      steps.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Russian, one step a line; empty for a task that needs none. */
  String steps(String task, CaseFile file) {
    String text = steps.getProperty(task + "." + file.account().platform().id(), "");
    return text.replace("{person}", file.author().id()).replace("{name}", file.author().name());
  }
}
