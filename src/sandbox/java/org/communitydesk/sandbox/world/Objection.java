package org.communitydesk.sandbox.world;

/** Why the control API does not do what it was asked, in a sentence for the visitor. */
public class Objection extends RuntimeException {

  private final int status;

  /**
   * @param status the HTTP status of the answer, 4xx
   */
  public Objection(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
