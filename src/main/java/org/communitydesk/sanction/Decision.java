package org.communitydesk.sanction;

/**
 * What was decided about a step of the ladder.
 *
 * @param days null for ever; 0 for a warning
 * @param tableVersion the version of the decision table; null when a person decided alone
 * @param decidedBy the supervisor who confirmed it; null when the table was enough
 */
public record Decision(Measure measure, Integer days, String tableVersion, String decidedBy) {

  /**
   * Refuses what no process can carry out.
   *
   * @throws IllegalArgumentException without a measure, or with days that do not fit it
   */
  public Decision {
    if (measure == null) {
      throw new IllegalArgumentException("A decision needs a measure");
    }
    if (measure == Measure.WARNING) {
      days = 0;
    } else if (days != null && days <= 0) {
      throw new IllegalArgumentException("A " + measure + " cannot last " + days + " days");
    }
  }
}
