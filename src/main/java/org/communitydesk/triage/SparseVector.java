package org.communitydesk.triage;

/**
 * A text as numbers: places and the value at each.
 *
 * @param places below {@link TextFeatures#SIZE}, ascending
 */
record SparseVector(int[] places, float[] values) {

  private static final int LONG = 400;

  /** Whether the text is more than a remark. */
  boolean isLong() {
    return places.length > LONG;
  }

  double times(float[] weights) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += weights[places[i]] * values[i];
    }
    return sum;
  }

  void addTo(float[] sums) {
    for (int i = 0; i < places.length; i++) {
      sums[places[i]] += values[i];
    }
  }

  double square() {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum;
  }
}
