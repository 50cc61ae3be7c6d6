package org.communitydesk.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;

/**
 * The page of the rooms: what each is for and whom it may use, as its {@code package-info} says.
 */
final class RoomsPage {

  private static final String BASE = "org.communitydesk.";
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java/org/communitydesk"),
          Path.of("src/sandbox/java/org/communitydesk"));
  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("/\\*\\*(.*?[.])(?:\\s|$)", Pattern.DOTALL);
  private static final String LEAVES = "channel.*";

  private record Room(String purpose, Set<String> uses) {}

  private final Map<String, Room> rooms = new TreeMap<>();
  private final Map<String, String> parts = new TreeMap<>();

  RoomsPage() throws IOException {
    for (Path source : SOURCES) {
      for (Path folder : folders(source)) {
        String name = folder.getFileName().toString();
        rooms.put(name, new Room(purpose(folder), uses(name)));
      }
    }
    Set<String> used = new TreeSet<>();
    for (Path leaf : folders(SOURCES.get(0).resolve("channel"))) {
      uses("channel." + leaf.getFileName()).stream()
          .filter(room -> !room.contains("."))
          .forEach(used::add);
    }
    rooms.put(
        LEAVES, new Room("A platform each; `channel.graph` is what Meta's three share.", used));
    for (String split : List.of("process", "channel")) {
      for (Path part : folders(SOURCES.get(0).resolve(split))) {
        parts.put(split + "." + part.getFileName(), purpose(part));
      }
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> inside = Files.list(parent)) {
      return inside.filter(Files::isDirectory).toList();
    }
  }

  String text() {
    return """
    # Rooms

    A package below `org.communitydesk` is a room; its `package-info.java` says what it is for, which door it has and whom it may use. `HouseTest` holds
    the code to that. This page is made of those files: `mvn test -Dtest=RoomsTest -Dcatalog.write=true` renews it.

    An arrow means "may use". What a room may use by way of another room that it uses has no arrow of its own; the table names all.

    ```mermaid
    flowchart TD
    %s```

    | room | what it is | may use |
    | --- | --- | --- |
    %s
    ## Stories and platforms

    A family of diagrams is a package below `process`, a platform one below `channel`; they are not seen from other rooms.

    | package | what it is |
    | --- | --- |
    %s"""
        .formatted(arrows(), rows(), parts());
  }

  private String arrows() {
    return Stream.concat(
            rooms.keySet().stream().map(name -> "  %s[\"%s\"]\n".formatted(id(name), name)),
            rooms.entrySet().stream()
                .flatMap(
                    from ->
                        from.getValue().uses().stream()
                            .filter(to -> !byAnother(from.getValue(), to))
                            .map(to -> "  %s --> %s\n".formatted(id(from.getKey()), id(to)))))
        .collect(Collectors.joining());
  }

  private boolean byAnother(Room from, String to) {
    return from.uses().stream().anyMatch(over -> !over.equals(to) && reaches(over, to));
  }

  private boolean reaches(String from, String to) {
    Set<String> uses = rooms.get(from).uses();
    return uses.contains(to) || uses.stream().anyMatch(over -> reaches(over, to));
  }

  private String rows() {
    return rooms.entrySet().stream()
        .map(
            room ->
                "| `%s` | %s | %s |\n"
                    .formatted(
                        room.getKey(),
                        room.getValue().purpose(),
                        room.getValue().uses().stream()
                            .map(used -> "`" + used + "`")
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining());
  }

  private String parts() {
    return parts.entrySet().stream()
        .map(part -> "| `%s` | %s |\n".formatted(part.getKey(), part.getValue()))
        .collect(Collectors.joining());
  }

  /** Mermaid takes some words for its own. */
  private static String id(String room) {
    return "room_" + room.replaceAll("\\W", "_");
  }

  private static Set<String> uses(String room) {
    return new TreeSet<>(
        List.of(
            ClassUtils.resolveClassName(
                    BASE + room + ".package-info", RoomsPage.class.getClassLoader())
                .getAnnotation(ApplicationModule.class)
                .allowedDependencies()));
  }

  private static String purpose(Path folder) throws IOException {
    Matcher found = FIRST_SENTENCE.matcher(Files.readString(folder.resolve("package-info.java")));
    if (!found.find()) {
      throw new IllegalStateException(folder + " does not say what it is for");
    }
    return found
        .group(1)
        .replaceAll("\\s*\\n \\*", "")
        .strip()
        .replaceAll("\\{@(?:code|link [\\w.]+\\.|link) ?([^}]+)}", "`$1`");
  }
}
