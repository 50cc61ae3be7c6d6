package org.communitydesk.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.communitydesk.conversation.Platform;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the desk's calls have done on the platforms, one line of JSON each, in a file that outlives
 * every kill. A line is on the disk before the call is answered, well or badly.
 */
@Component
public class Effects {

  private static final ThreadLocal<List<ObjectNode>> OF_THIS_CALL = new ThreadLocal<>();

  private final FileChannel file;

  /**
   * @param path empty when nobody wants to know
   */
  Effects(@Value("${sandbox.effects:}") String path) throws IOException {
    if (path.isEmpty()) {
      file = null;
      return;
    }
    Path absolute = Path.of(path).toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    file =
        FileChannel.open(
            absolute,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND);
  }

  /** Does what a call asks and keeps its effects, unless it fails. */
  <T> T keptOf(Supplier<T> call) {
    if (file == null) {
      return call.get();
    }
    List<ObjectNode> effects = new ArrayList<>();
    OF_THIS_CALL.set(effects);
    try {
      T result = call.get();
      append(effects);
      return result;
    } finally {
      OF_THIS_CALL.remove();
    }
  }

  /** Notes one effect; what users do themselves is none. */
  void note(Platform platform, String kind, String id, ObjectNode more) {
    List<ObjectNode> effects = OF_THIS_CALL.get();
    if (effects != null) {
      ObjectNode effect = Json.object();
      effect.put("platform", platform.id()).put("kind", kind).put("id", id);
      effect.setAll(more);
      effects.add(effect);
    }
  }

  private synchronized void append(List<ObjectNode> effects) {
    if (effects.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    effects.forEach(effect -> lines.append(Json.write(effect)).append('\n'));
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
