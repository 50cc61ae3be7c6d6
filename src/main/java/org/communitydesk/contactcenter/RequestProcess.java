package org.communitydesk.contactcenter;

/** The processes that wait for the contact center. */
public interface RequestProcess {

  /**
   * Tells the process that an answer is here; joins the transaction.
   *
   * @return false when none waits (yet)
   */
  boolean answered(long requestId);

  /** Tells the process that the question is withdrawn; false when none is open. */
  boolean withdrawn(long requestId);
}
