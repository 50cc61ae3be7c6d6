package org.communitydesk.contract;

import java.util.List;
import java.util.stream.Stream;

/**
 * A fault that the contract must find.
 *
 * @param file the file that gets it
 * @param found a piece of its text
 * @param planted what stands there instead
 * @param sentence what the contract should say
 */
public record PlantedFault(String file, String found, String planted, String sentence) {

  /** One for each kind of fault. */
  public static List<PlantedFault> all() {
    return Stream.of(PlantedInTasks.ALL, PlantedInPaths.ALL, PlantedInTables.ALL)
        .flatMap(List::stream)
        .toList();
  }

  /** Files that are no models; the sentence is the beginning of what the contract says. */
  public static List<PlantedFault> unreadable() {
    return List.of(
        in("appeal.bpmn", "<bpmn:process ", "<bpmn:proces ", "", "the file cannot be read"),
        in("triage.dmn", "</decision>", "", "", "the file cannot be read"),
        in("fix-reply.form", "{", "[", "", "the file cannot be read"));
  }

  ModelFiles in(ModelFiles files) {
    String text = files.texts().get(file);
    if (!text.contains(found)) {
      throw new IllegalStateException(file + " does not hold " + found);
    }
    return files.with(file, text.replace(found, planted));
  }

  /** A fault in a file, found at a place of it, or at the file when the place is empty. */
  static PlantedFault in(String file, String found, String planted, String place, String what) {
    String where = file + (place.isEmpty() ? "" : " › " + place);
    return new PlantedFault(file, found, planted, where + ": " + what);
  }

  @Override
  public String toString() {
    return sentence;
  }
}
