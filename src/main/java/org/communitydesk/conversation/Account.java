package org.communitydesk.conversation;

/**
 * One account of the brand on a platform.
 *
 * @param name the operator's short name for it, from the settings, for example {@code main}
 */
public record Account(Platform platform, String name) {

  /**
   * The account with that {@link #toString()}.
   *
   * @throws IllegalArgumentException when there can be none
   */
  public static Account of(String text) {
    String[] parts = text.split("/", 2);
    return Platform.of(parts[0])
        .filter(platform -> parts.length == 2)
        .map(platform -> new Account(platform, parts[1]))
        .orElseThrow(() -> new IllegalArgumentException(text + " is no account"));
  }

  /** {@code <platform>/<name>}. */
  @Override
  public String toString() {
    return platform.id() + "/" + name;
  }
}
