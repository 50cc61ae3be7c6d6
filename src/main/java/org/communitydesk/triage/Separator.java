package org.communitydesk.triage;

import java.util.List;
import java.util.Random;

/**
 * A line between yes and no: a linear support vector machine with squared loss, by descent along
 * one coordinate of the dual at a time. Always the same for the same examples.
 */
final class Separator {

  private static final int PASSES = 12;
  private static final double SOFTNESS = 0.1;

  private static final double SMOOTH = 0.1;
  private static final double BASE = 0.3;

  private Separator() {}

  /** An example and what is right for it. */
  record Example(Sparse text, boolean yes) {}

  /** Weights per place; more than zero speaks for yes. Few yes weigh as much as many no. */
  static float[] train(List<Example> given) {
    int size = given.size();
    float[] tells = tells(given);
    List<Example> examples =
        given.stream().map(one -> new Example(one.text().scaled(tells), one.yes())).toList();
    float[] weights = new float[TextFeatures.SIZE];
    long yes = examples.stream().filter(Example::yes).count();
    double[] alpha = new double[size];
    double[] square = new double[size];
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
      square[i] = examples.get(i).text().square();
    }
    Random random = new Random(7);
    double[] diagonal = {
      0.5 / (SOFTNESS * weight(size, size - yes)), 0.5 / (SOFTNESS * weight(size, yes))
    };
    for (int pass = 0; pass < PASSES; pass++) {
      for (int i = size - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
      for (int i : order) {
        Example example = examples.get(i);
        int sign = example.yes() ? 1 : -1;
        double soft = diagonal[example.yes() ? 1 : 0];
        double slope = sign * example.text().times(weights) - 1 + alpha[i] * soft;
        double next = Math.max(0, alpha[i] - slope / (square[i] + soft));
        if (next != alpha[i]) {
          example.text().addTo(weights, (next - alpha[i]) * sign);
          alpha[i] = next;
        }
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= tells[i];
    }
    return weights;
  }

  /** How much each place tells yes from no by itself: the greater, the less it is held back. */
  private static float[] tells(List<Example> examples) {
    float[] yes = new float[TextFeatures.SIZE];
    float[] no = new float[TextFeatures.SIZE];
    for (Example one : examples) {
      one.text().addTo(one.yes() ? yes : no, 1);
    }
    double allYes = sum(yes) + SMOOTH * yes.length;
    double allNo = sum(no) + SMOOTH * no.length;
    float[] tells = new float[TextFeatures.SIZE];
    for (int i = 0; i < tells.length; i++) {
      tells[i] =
          (float)
              (BASE
                  + Math.abs(
                      Math.log((yes[i] + SMOOTH) / allYes) - Math.log((no[i] + SMOOTH) / allNo)));
    }
    return tells;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static double weight(int all, long of) {
    return of == 0 ? 1 : Math.sqrt(all / (2.0 * of));
  }
}
