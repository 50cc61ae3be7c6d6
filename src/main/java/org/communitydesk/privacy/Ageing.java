package org.communitydesk.privacy;

/**
 * Rows of a table that are of no use after a time, and that no appeal takes along when its own time
 * is over. The decision {@code retention} says how long each matter is kept.
 *
 * @param matter its name in the decision
 * @param since SQL: since when a row is kept
 * @param spent SQL: which rows may go at all
 * @param emptied SQL: what is set in a row whose key must stay; null when the row goes
 */
public record Ageing(String matter, String table, String since, String spent, String emptied) {

  /** Rows that go, named after their table. */
  public static Ageing of(String table, String since, String spent) {
    return new Ageing(table, table, since, spent, null);
  }

  String found() {
    return "select exists (select 1 from " + table + old() + ")";
  }

  private String old() {
    return " where %s < :before and (%s)".formatted(since, spent);
  }

  String taken() {
    String some = " where ctid = any(array(select ctid from " + table + old() + " limit :most))";
    return (emptied == null ? "delete from " + table : "update " + table + " set " + emptied)
        + some;
  }
}
