package org.communitydesk.database;

/** The database is somebody else's: the start ends before anything is written to it. */
public class ForeignDatabase extends RuntimeException {

  private final String action;

  /**
   * @param message what was found, without a full stop
   * @param action what the operator may do, in whole sentences
   */
  public ForeignDatabase(String message, String action) {
    super(message);
    this.action = action;
  }

  String action() {
    return action;
  }
}
