package org.communitydesk.triage;

/**
 * Says how probable one answer is. Long texts hold more that speaks for and against, so they have a
 * part of their own.
 */
record BinaryClassifier(Enum<?> answer, Part ofShort, Part ofLong) {

  /**
   * What speaks in texts of one kind.
   *
   * @param weights per place of a text's features
   */
  record Part(float[] weights, PlattScaling curve) {}

  double probability(SparseVector text) {
    Part part = part(text);
    return part.curve.probability(text.times(part.weights));
  }

  PlattScaling curve(SparseVector text) {
    return part(text).curve;
  }

  float[] weights(SparseVector text) {
    return part(text).weights;
  }

  private Part part(SparseVector text) {
    return text.isLong() ? ofLong : ofShort;
  }
}
