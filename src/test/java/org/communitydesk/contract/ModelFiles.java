package org.communitydesk.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.NestedExceptionUtils;

/**
 * What lies in {@code processes} and {@code forms}: models by name without its ending, texts and
 * whatever could not be read by the whole name.
 */
record ModelFiles(
    SortedMap<String, BpmnModelInstance> processes,
    SortedMap<String, DmnModelInstance> decisions,
    SortedMap<String, JsonNode> forms,
    SortedMap<String, String> texts,
    SortedMap<String, String> unreadable) {

  static ModelFiles in(Path root) {
    ModelFiles files = empty();
    for (String folder : List.of("processes", "forms")) {
      try (Stream<Path> found = Files.list(root.resolve(folder))) {
        for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
          files.read(file.getFileName().toString(), Files.readString(file));
        }
      } catch (IOException missing) {
        throw new UncheckedIOException(missing);
      }
    }
    return files;
  }

  /** The same files, one of them with another text. */
  ModelFiles with(String name, String text) {
    ModelFiles files = empty();
    files.processes.putAll(processes);
    files.decisions.putAll(decisions);
    files.forms.putAll(forms);
    files.texts.putAll(texts);
    files.read(name, text);
    return files;
  }

  private void read(String name, String text) {
    String plain = name.replaceFirst("\\.\\w+$", "");
    try (InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      if (name.endsWith(".bpmn")) {
        processes.put(plain, Bpmn.readModelFromStream(bytes));
      } else if (name.endsWith(".dmn")) {
        decisions.put(plain, Dmn.readModelFromStream(bytes));
      } else if (name.endsWith(".form")) {
        forms.put(plain, new ObjectMapper().readTree(text));
      } else {
        return;
      }
      texts.put(name, text);
    } catch (ModelException | JsonProcessingException broken) {
      unreadable.put(name, NestedExceptionUtils.getMostSpecificCause(broken).getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ModelFiles empty() {
    return new ModelFiles(
        new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }
}
