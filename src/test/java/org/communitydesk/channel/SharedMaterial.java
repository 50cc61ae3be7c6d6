package org.communitydesk.channel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Recorded deliveries and machine-readable specifications of the platforms, which lie beside the
 * project on some machines and are no part of it. Without them the tests that read them are
 * skipped. The system property {@code shared} names their folder where they lie elsewhere.
 */
public final class SharedMaterial {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SharedMaterial() {}

  /** The JSON files of a folder by name; skips the test when there is no such folder. */
  public static Map<String, JsonNode> files(String folder) {
    Map<String, JsonNode> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(find(folder))) {
      all.filter(file -> file.toString().endsWith(".json"))
          .forEach(file -> files.put(file.getFileName().toString(), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** One JSON file; skips the test when it is not there. */
  public static JsonNode file(String path) {
    return read(find(path));
  }

  private static Path find(String path) {
    Path found = Path.of(System.getProperty("shared", "")).resolve(path);
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (!Files.exists(found)) {
        found = folder.resolve("shared").resolve(path);
      }
    }
    boolean present = Files.exists(found);
    if (!present) {
      System.out.println("Skipped: there is no shared/" + path + " beside the project");
    }
    assumeTrue(present, "no shared/" + path + " beside the project");
    return found;
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
