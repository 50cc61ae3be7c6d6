package org.communitydesk.knowledge;

import java.util.Map;

/**
 * A row of a table as it was read.
 *
 * @param number as a person sees it, from 1 on
 * @param cells texts by column, from 0 on; blank cells are left out
 * @param faults why a cell has no text, by column
 */
record Line(int number, Map<Integer, String> cells, Map<Integer, String> faults) {

  boolean isBlank() {
    return cells.isEmpty() && faults.isEmpty();
  }

  /** Characters in all cells. */
  int length() {
    return cells.values().stream().mapToInt(String::length).sum();
  }

  /** The text; empty for a blank cell and for no column. */
  String cell(Integer column) {
    return column == null ? "" : cells.getOrDefault(column, "");
  }
}
