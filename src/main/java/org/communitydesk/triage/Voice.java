package org.communitydesk.triage;

/**
 * Says how probable one answer is.
 *
 * @param weights per place of a text's features
 * @param steep of the curve from margin to probability
 * @param shift of that curve
 * @param threshold the probability from which the answer does best in texts not learnt from
 */
record Voice(Enum<?> answer, float[] weights, double steep, double shift, double threshold) {

  double probability(Sparse text) {
    return probability(text.times(weights), steep, shift);
  }

  static double probability(double margin, double steep, double shift) {
    return 1 / (1 + Math.exp(-(steep * margin + shift)));
  }
}
