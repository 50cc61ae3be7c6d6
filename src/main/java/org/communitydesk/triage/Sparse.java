package org.communitydesk.triage;

/**
 * A text as numbers: places, each at most once, and the value at each.
 *
 * @param places below {@link TextFeatures#SIZE}
 */
record Sparse(int[] places, float[] values) {

  private static final int LONG = 700;

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

  void addTo(float[] weights, double factor) {
    for (int i = 0; i < places.length; i++) {
      weights[places[i]] += (float) (factor * values[i]);
    }
  }

  double square() {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum;
  }

  Sparse scaled(float[] factors) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = values[i] * factors[places[i]];
    }
    return new Sparse(places, scaled);
  }
}
