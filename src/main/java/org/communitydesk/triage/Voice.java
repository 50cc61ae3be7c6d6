package org.communitydesk.triage;

/**
 * Says how probable one answer is. Long texts hold more that speaks for and against, so they have a
 * curve of their own.
 *
 * @param weights per place of a text's features
 */
record Voice(Enum<?> answer, float[] weights, Curve ofShort, Curve ofLong) {

  double probability(Sparse text) {
    return curve(text).probability(text.times(weights));
  }

  Curve curve(Sparse text) {
    return text.isLong() ? ofLong : ofShort;
  }
}
