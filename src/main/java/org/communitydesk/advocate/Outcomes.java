package org.communitydesk.advocate;

/**
 * How often an advocate's posts settled the objection that they answered.
 *
 * @param open posts that nobody has judged
 */
public record Outcomes(int posts, int settled, int notSettled, int open) {

  /** Of somebody who has posted nothing. */
  public static final Outcomes NONE = new Outcomes(0, 0, 0, 0);
}
