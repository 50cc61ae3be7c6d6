package org.communitydesk.channel;

/**
 * How long a text may be.
 *
 * @param most in the units of {@code counting}
 */
public record TextLimit(int most, Counting counting) {

  public boolean allows(String text) {
    return counting.count(text) <= most;
  }
}
