package org.communitydesk.triage;

/**
 * Says how probable one answer is. Long texts hold more that speaks for and against, so they have a
 * part of their own.
 */
record Voice(Enum<?> answer, Part ofShort, Part ofLong) {

  /**
   * What speaks in texts of one kind.
   *
   * @param weights per place of a text's features
   */
  record Part(float[] weights, Curve curve) {}

  double probability(Sparse text) {
    Part part = part(text);
    return part.curve.probability(text.times(part.weights));
  }

  Curve curve(Sparse text) {
    return part(text).curve;
  }

  float[] weights(Sparse text) {
    return part(text).weights;
  }

  private Part part(Sparse text) {
    return text.isLong() ? ofLong : ofShort;
  }
}
