package org.communitydesk.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.communitydesk.triage.LinearSvm.Example;

/** Learns from lessons, and measures itself with lessons that it has not learnt from. */
final class Learner {

  /** Lessons with one answer from which on it can be learnt. */
  static final int LEAST = 5;

  /** Long and short texts with either answer from which on each kind is learnt by itself. */
  private static final int APART = 200;

  /** The share of texts judged by mood alone that may be called a violation. */
  private static final double BYSTANDERS_CALLED = 0.002;

  private static final int NO_FOLD = -1;

  private final List<LabeledText> lessons;
  private final List<SparseVector> texts;
  private final int[] folds;
  private final Map<Question, List<BinaryClassifier>> voices = new EnumMap<>(Question.class);
  private final Map<Question, Enum<?>[]> heldOut = new EnumMap<>(Question.class);

  private Learner(List<LabeledText> lessons) {
    this.lessons = lessons;
    this.texts = lessons.parallelStream().map(one -> TextFeatures.of(one.text())).toList();
    this.folds = Folds.of(lessons);
  }

  static Learner learn(List<LabeledText> lessons) {
    Learner learner = new Learner(lessons);
    for (Question question : Question.values()) {
      learner.learn(question);
    }
    return learner;
  }

  /**
   * What was learnt of one answer.
   *
   * @param without for each fold the voice whose curves know nothing of that fold
   * @param margins of each lesson, as foreseen without its fold
   */
  private record Learnt(BinaryClassifier voice, List<BinaryClassifier> without, double[] margins) {

    private double at(int lesson, int fold, SparseVector text) {
      PlattScaling plattScaling = without.get(fold).curve(text);
      return plattScaling.probability(margins[lesson]) / plattScaling.threshold();
    }
  }

  private static Learnt learntOf(List<Learnt> all, BinaryClassifier binaryClassifier) {
    return all.stream()
        .filter(one -> one.voice().answer().equals(binaryClassifier.answer()))
        .findFirst()
        .orElseThrow();
  }

  private void learn(Question question) {
    List<Learnt> learnt =
        question.answers().parallelStream()
            .filter(answer -> hasBoth(question, answer, those(question, answer), LEAST))
            .map(answer -> learn(question, answer))
            .toList();
    if (learnt.size() < 2) {
      return;
    }
    voices.put(question, learnt.stream().map(Learnt::voice).toList());
    Enum<?>[] answers = new Enum<?>[lessons.size()];
    for (int i = 0; i < answers.length; i++) {
      int lesson = i;
      answers[i] =
          Classifier.loudest(
                  voices.get(question),
                  binaryClassifier ->
                      learntOf(learnt, binaryClassifier)
                          .at(lesson, folds[lesson], texts.get(lesson)))
              .orElseThrow()
              .answer();
    }
    heldOut.put(question, answers);
  }

  private Learnt learn(Question question, Enum<?> answer) {
    int[] those = those(question, answer);
    double[] margins = new double[lessons.size()];
    int[] ofShort = only(those, i -> !texts.get(i).isLong());
    int[] ofLong = only(those, i -> texts.get(i).isLong());
    if (hasBoth(question, answer, ofShort, APART) && hasBoth(question, answer, ofLong, APART)) {
      float[] forShort = weights(question, answer, ofShort, i -> !texts.get(i).isLong(), margins);
      float[] forLong = weights(question, answer, ofLong, i -> texts.get(i).isLong(), margins);
      return learnt(question, answer, margins, those, forShort, forLong);
    }
    float[] weights = weights(question, answer, those, i -> true, margins);
    return learnt(question, answer, margins, those, weights, weights);
  }

  private Learnt learnt(
      Question question,
      Enum<?> answer,
      double[] margins,
      int[] those,
      float[] forShort,
      float[] forLong) {
    PlattScaling all = curve(question, answer, margins, those).orElseThrow();
    IntFunction<BinaryClassifier> without =
        fold -> {
          int[] known = only(those, i -> folds[i] != fold);
          PlattScaling common = curve(question, answer, margins, known).orElse(all);
          IntPredicate isLong = i -> texts.get(i).isLong();
          return new BinaryClassifier(
              answer,
              new BinaryClassifier.Part(
                  forShort,
                  curve(question, answer, margins, only(known, isLong.negate())).orElse(common)),
              new BinaryClassifier.Part(
                  forLong, curve(question, answer, margins, only(known, isLong)).orElse(common)));
        };
    return new Learnt(
        without.apply(NO_FOLD),
        IntStream.range(0, Folds.COUNT).mapToObj(without).toList(),
        margins);
  }

  /** Weights learnt from those; what is foreseen of each lesson without it goes to the margins. */
  private float[] weights(
      Question question, Enum<?> answer, int[] those, IntPredicate which, double[] margins) {
    for (int fold = 0; fold < Folds.COUNT; fold++) {
      int out = fold;
      int[] others = only(those, i -> folds[i] != out);
      if (!hasBoth(question, answer, others, 1)) {
        continue;
      }
      float[] weights = LinearSvm.train(examples(question, answer, others), question.weighing());
      for (int i = 0; i < margins.length; i++) {
        if (folds[i] == out && which.test(i)) {
          margins[i] = texts.get(i).times(weights);
        }
      }
    }
    return LinearSvm.train(examples(question, answer, those), question.weighing());
  }

  /** Empty when there are too few of one kind to fit a curve. */
  private Optional<PlattScaling> curve(
      Question question, Enum<?> answer, double[] margins, int[] those) {
    boolean[] yes = new boolean[those.length];
    int count = 0;
    for (int i = 0; i < those.length; i++) {
      yes[i] = is(those[i], question, answer);
      count += yes[i] ? 1 : 0;
    }
    if (Math.min(count, those.length - count) < LEAST) {
      return Optional.empty();
    }
    PlattScaling plattScaling =
        PlattScaling.fit(Arrays.stream(those).mapToDouble(i -> margins[i]).toArray(), yes);
    double[] bystanders =
        Arrays.stream(those)
            .filter(i -> lessons.get(i).answer(question) == null)
            .mapToDouble(i -> -margins[i])
            .sorted()
            .toArray();
    int mayBeCalled = (int) (bystanders.length * BYSTANDERS_CALLED);
    return Optional.of(
        mayBeCalled == 0 ? plattScaling : plattScaling.notBelow(-bystanders[mayBeCalled]));
  }

  private static int[] only(int[] those, IntPredicate which) {
    return Arrays.stream(those).filter(which).toArray();
  }

  private List<Example> examples(Question question, Enum<?> answer, int[] those) {
    return Arrays.stream(those)
        .mapToObj(i -> new Example(texts.get(i), is(i, question, answer)))
        .toList();
  }

  /** A text whose mood alone was judged was not called a violation. */
  private static boolean counts(LabeledText labeledText, Question question, Enum<?> answer) {
    return labeledText.answer(question) != null || answer == AppealClass.NON_CONSTRUCTIVE;
  }

  private boolean hasBoth(Question question, Enum<?> answer, int[] those, int least) {
    long yes = Arrays.stream(those).filter(i -> is(i, question, answer)).count();
    return yes >= least && those.length - yes >= least;
  }

  private boolean is(int lesson, Question question, Enum<?> answer) {
    return lessons.get(lesson).answer(question) == answer;
  }

  private int[] those(Question question, Enum<?> answer) {
    return IntStream.range(0, lessons.size())
        .filter(i -> counts(lessons.get(i), question, answer))
        .toArray();
  }

  Classifier classifier() {
    return new Classifier(voices);
  }

  /**
   * How well lessons not learnt from were foreseen: the mean of the answers' F1.
   *
   * @return 0 to 1; NaN when there is nothing to measure
   */
  double quality(Predicate<LabeledText> which) {
    List<Double> all = new ArrayList<>();
    heldOut.forEach(
        (question, answers) -> {
          for (BinaryClassifier binaryClassifier : voices.get(question)) {
            f1(question, answers, binaryClassifier.answer(), which).ifPresent(all::add);
          }
        });
    return all.stream().mapToDouble(one -> one).average().orElse(Double.NaN);
  }

  private OptionalDouble f1(
      Question question, Enum<?>[] answers, Enum<?> answer, Predicate<LabeledText> which) {
    int right = 0;
    int said = 0;
    int meant = 0;
    for (int i = 0; i < answers.length; i++) {
      LabeledText labeledText = lessons.get(i);
      if (labeledText.answer(question) != null && which.test(labeledText)) {
        said += answers[i] == answer ? 1 : 0;
        meant += labeledText.answer(question) == answer ? 1 : 0;
        right += answers[i] == answer && labeledText.answer(question) == answer ? 1 : 0;
      }
    }
    return meant == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * right / (said + meant));
  }

  /** What it would have said of a lesson without having learnt from it; null for nothing. */
  Enum<?> heldOut(Question question, int lesson) {
    return heldOut.containsKey(question) ? heldOut.get(question)[lesson] : null;
  }
}
