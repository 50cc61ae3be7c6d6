package org.communitydesk.triage;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;

/**
 * A line between yes and no: a linear support vector machine. Always the same for the same
 * examples.
 */
final class LinearSvm {

  private static final double PRECISION = 0.1;
  private static final int MOST_PASSES = 50;
  private static final double NO_BIAS = -1;

  static {
    Linear.disableDebugOutput();
  }

  private LinearSvm() {}

  /** An example and what is right for it. */
  record Example(SparseVector text, boolean yes) {}

  /**
   * Weights per place; more than zero speaks for yes. Few yes weigh as much as many no.
   *
   * @param examples of both kinds
   */
  static float[] train(List<Example> examples, FeatureWeighting featureWeighting) {
    float[] factors = featureWeighting.factors(examples);
    Problem problem = new Problem();
    problem.l = examples.size();
    problem.n = TextFeatures.SIZE;
    problem.bias = NO_BIAS;
    problem.x = examples.stream().map(one -> nodes(one.text(), factors)).toArray(Feature[][]::new);
    problem.y = examples.stream().mapToDouble(one -> one.yes() ? 1 : -1).toArray();
    long yes = examples.stream().filter(Example::yes).count();
    Parameter parameter =
        new Parameter(
            SolverType.L2R_L2LOSS_SVC_DUAL, featureWeighting.strictness(), MOST_PASSES, PRECISION);
    parameter.setWeights(
        new double[] {weight(problem.l, yes), weight(problem.l, problem.l - yes)},
        new int[] {1, -1});
    Model model = Linear.train(problem, parameter);
    double[] learnt = model.getFeatureWeights();
    float[] weights = new float[TextFeatures.SIZE];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (model.getLabels()[0] * learnt[i] * factors[i]);
    }
    return weights;
  }

  private static Feature[] nodes(SparseVector text, float[] factors) {
    Feature[] nodes = new Feature[text.places().length];
    for (int i = 0; i < nodes.length; i++) {
      int place = text.places()[i];
      nodes[i] = new FeatureNode(place + 1, text.values()[i] * factors[place]);
    }
    return nodes;
  }

  private static double weight(int all, long of) {
    return Math.sqrt(all / (2.0 * of));
  }
}
