package org.communitydesk.process;

/** Every decision that is asked outside of a diagram. */
public final class AskedDecisions {

  private AskedDecisions() {}

  /** What measure follows an offence; asked when a form shows it before the diagram decides. */
  public static final String SANCTION_LADDER = "sanction-ladder";

  /** What follows from a broken communication rule; asked while somebody writes. */
  public static final String COMMUNICATION_RULES = "communication-rules";

  /** Whether a script serves badly; asked every night of all that were used. */
  public static final String SCRIPT_REVIEW = "script-review";
}
