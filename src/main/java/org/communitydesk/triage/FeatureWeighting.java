package org.communitydesk.triage;

import java.util.Arrays;
import java.util.List;
import org.communitydesk.triage.LinearSvm.Example;

/** How much each place of a text counts before anything is learnt. */
enum FeatureWeighting {

  /** The better a place tells yes from no by itself, the more it counts. */
  BY_TELLING(0.1) {
    @Override
    float[] factors(List<Example> examples) {
      float[] yes = sums(examples.stream().filter(Example::yes).toList());
      float[] no = sums(examples.stream().filter(one -> !one.yes()).toList());
      double allYes = sum(yes);
      double allNo = sum(no);
      float[] factors = new float[TextFeatures.SIZE];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = (float) (BASE + Math.abs(Math.log(yes[i] / allYes) - Math.log(no[i] / allNo)));
      }
      return factors;
    }
  },

  /** The fewer texts hold a place, the more it counts. */
  BY_RARITY(1) {
    @Override
    float[] factors(List<Example> examples) {
      int[] holding = new int[TextFeatures.SIZE];
      for (Example one : examples) {
        for (int place : one.text().places()) {
          holding[place]++;
        }
      }
      double most = Math.log(1.0 + examples.size()) + 1;
      float[] factors = new float[TextFeatures.SIZE];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = (float) ((most - Math.log(1.0 + holding[i])) / most * RARE);
      }
      return factors;
    }
  };

  private static final double BASE = 0.3;
  private static final float SMOOTH = 0.1f;
  private static final double RARE = 1.2;

  private final double strictness;

  FeatureWeighting(double strictness) {
    this.strictness = strictness;
  }

  /** One factor per place, more than zero. */
  abstract float[] factors(List<Example> examples);

  /** How dear a wrong example is: the C of the support vector machine. */
  double strictness() {
    return strictness;
  }

  private static float[] sums(List<Example> examples) {
    float[] sums = new float[TextFeatures.SIZE];
    Arrays.fill(sums, SMOOTH);
    examples.forEach(one -> one.text().addTo(sums));
    return sums;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
