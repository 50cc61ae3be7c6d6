package org.communitydesk.conversation;

/**
 * One account of the brand on a platform.
 *
 * @param name the operator's short name for it, from the settings, for example {@code main}
 */
public record Account(Platform platform, String name) {

  @Override
  public String toString() {
    return platform.id() + "/" + name;
  }
}
