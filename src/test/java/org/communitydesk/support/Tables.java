package org.communitydesk.support;

import java.util.Map;
import java.util.stream.Collectors;

/** Tables of states and events as tests write them. */
public final class Tables {

  private Tables() {}

  /**
   * The cells of each line, one space between them, by the line's first word. The first line names
   * the columns; "-" stands for a line in which nothing changes.
   */
  public static Map<String, String> read(String text) {
    int columns = text.lines().findFirst().orElseThrow().trim().split(" +").length - 1;
    return text.lines()
        .skip(1)
        .map(line -> line.trim().split(" +", 2))
        .collect(
            Collectors.toMap(
                line -> line[0],
                line ->
                    line[1].equals("-")
                        ? ". ".repeat(columns).trim()
                        : line[1].replaceAll(" +", " ")));
  }
}
