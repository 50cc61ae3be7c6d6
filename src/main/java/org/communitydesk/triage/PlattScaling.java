package org.communitydesk.triage;

import java.util.stream.IntStream;

/** From margins of texts not learnt from to probabilities, after Platt, and the best threshold. */
record PlattScaling(double steep, double shift, double threshold) {

  private static final int STEPS = 60;

  double probability(double margin) {
    return probability(margin, steep, shift);
  }

  /** The same curve whose threshold lies at the margin or above. */
  PlattScaling notBelow(double margin) {
    return new PlattScaling(steep, shift, Math.max(threshold, probability(margin)));
  }

  private static double probability(double margin, double steep, double shift) {
    return 1 / (1 + Math.exp(-(steep * margin + shift)));
  }

  /** Fitted with Newton's method; the margins of a single answer give a flat curve. */
  static PlattScaling fit(double[] margins, boolean[] yes) {
    long count = IntStream.range(0, yes.length).filter(i -> yes[i]).count();
    double high = (count + 1.0) / (count + 2.0);
    double low = 1.0 / (yes.length - count + 2.0);
    double steep = 1;
    double shift = Math.log((count + 1.0) / (yes.length - count + 1.0));
    for (int step = 0; step < STEPS; step++) {
      double slopeA = 0;
      double slopeB = 0;
      double aa = 1e-6;
      double ab = 0;
      double bb = 1e-6;
      for (int i = 0; i < margins.length; i++) {
        double p = probability(margins[i], steep, shift);
        double off = p - (yes[i] ? high : low);
        double bend = Math.max(p * (1 - p), 1e-9);
        slopeA += off * margins[i];
        slopeB += off;
        aa += bend * margins[i] * margins[i];
        ab += bend * margins[i];
        bb += bend;
      }
      double scale = aa * bb - ab * ab;
      double byA = (bb * slopeA - ab * slopeB) / scale;
      double byB = (aa * slopeB - ab * slopeA) / scale;
      double shorter = Math.min(1, 4 / (Math.abs(byA) + Math.abs(byB) + 1e-12));
      steep -= shorter * byA;
      shift -= shorter * byB;
      if (Math.abs(byA) + Math.abs(byB) < 1e-6) {
        break;
      }
    }
    return new PlattScaling(steep, shift, best(margins, yes, count, steep, shift));
  }

  private static double best(
      double[] margins, boolean[] yes, long count, double steep, double shift) {
    int[] order =
        IntStream.range(0, margins.length)
            .boxed()
            .sorted((one, other) -> Double.compare(margins[other], margins[one]))
            .mapToInt(Integer::intValue)
            .toArray();
    double most = -1;
    double margin = 0;
    int right = 0;
    for (int i = 0; i < order.length; i++) {
      right += yes[order[i]] ? 1 : 0;
      double f1 = 2.0 * right / (i + 1 + count);
      if (f1 > most) {
        most = f1;
        margin = margins[order[i]];
      }
    }
    double at = probability(margin, steep, shift);
    return Math.min(0.9, Math.max(0.1, at));
  }
}
