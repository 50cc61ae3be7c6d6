package org.communitydesk.sandbox.world;

/**
 * A user of a simulated platform.
 *
 * @param followers how many people read them
 */
public record Person(String id, String name, long followers) {

  /** The part of the name before the first blank. */
  public String firstName() {
    int blank = name.indexOf(' ');
    return blank < 0 ? name : name.substring(0, blank);
  }

  /** The part of the name after the first blank; may be empty. */
  public String lastName() {
    int blank = name.indexOf(' ');
    return blank < 0 ? "" : name.substring(blank + 1);
  }
}
