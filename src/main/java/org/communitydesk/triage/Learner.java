package org.communitydesk.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.communitydesk.triage.Separator.Example;

/** Learns from lessons, and measures itself with lessons that it has not learnt from. */
final class Learner {

  /** Lessons with one answer from which on it can be learnt. */
  static final int LEAST = 5;

  private static final int FOLDS = 4;

  private final List<Lesson> lessons;
  private final List<Sparse> texts;
  private final int[] folds;
  private final Map<Question, List<Voice>> voices = new EnumMap<>(Question.class);
  private final Map<Question, Enum<?>[]> heldOut = new EnumMap<>(Question.class);

  private Learner(List<Lesson> lessons) {
    this.lessons = lessons;
    this.texts = lessons.parallelStream().map(one -> TextFeatures.of(one.text())).toList();
    this.folds = lessons.stream().mapToInt(one -> fold(one.text())).toArray();
  }

  static Learner learn(List<Lesson> lessons) {
    Learner learner = new Learner(lessons);
    for (Question question : Question.values()) {
      learner.learn(question);
    }
    return learner;
  }

  private record Learnt(Voice voice, double[] margins) {

    private double at(int lesson, Sparse text) {
      Curve curve = voice.curve(text);
      return curve.probability(margins[lesson]) / curve.threshold();
    }
  }

  private static Learnt learntOf(List<Learnt> all, Voice voice) {
    return all.stream()
        .filter(one -> one.voice().answer().equals(voice.answer()))
        .findFirst()
        .orElseThrow();
  }

  private void learn(Question question) {
    List<Learnt> learnt =
        question.answers().parallelStream()
            .filter(answer -> hasBoth(question, answer))
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
                  voice -> learntOf(learnt, voice).at(lesson, texts.get(lesson)))
              .orElseThrow()
              .answer();
    }
    heldOut.put(question, answers);
  }

  private Learnt learn(Question question, Enum<?> answer) {
    int[] those =
        IntStream.range(0, lessons.size())
            .filter(i -> counts(lessons.get(i), question, answer))
            .toArray();
    double[] margins = new double[lessons.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      float[] weights = Separator.train(examples(question, answer, those, i -> folds[i] != out));
      for (int i = 0; i < margins.length; i++) {
        if (folds[i] == out) {
          margins[i] = texts.get(i).times(weights);
        }
      }
    }
    float[] weights = Separator.train(examples(question, answer, those, i -> true));
    Curve all = curve(question, answer, margins, those).orElseThrow();
    Curve ofShort =
        curve(question, answer, margins, only(those, i -> !texts.get(i).isLong())).orElse(all);
    Curve ofLong =
        curve(question, answer, margins, only(those, i -> texts.get(i).isLong())).orElse(all);
    return new Learnt(new Voice(answer, weights, ofShort, ofLong), margins);
  }

  /** Empty when there are too few of one kind to fit a curve. */
  private Optional<Curve> curve(Question question, Enum<?> answer, double[] margins, int[] those) {
    boolean[] yes = new boolean[those.length];
    int count = 0;
    for (int i = 0; i < those.length; i++) {
      yes[i] = lessons.get(those[i]).answer(question) == answer;
      count += yes[i] ? 1 : 0;
    }
    return Math.min(count, those.length - count) < LEAST
        ? Optional.empty()
        : Optional.of(Curve.fit(Arrays.stream(those).mapToDouble(i -> margins[i]).toArray(), yes));
  }

  private static int[] only(int[] those, IntPredicate which) {
    return Arrays.stream(those).filter(which).toArray();
  }

  private List<Example> examples(
      Question question, Enum<?> answer, int[] those, IntPredicate which) {
    return Arrays.stream(those)
        .filter(which)
        .mapToObj(i -> new Example(texts.get(i), lessons.get(i).answer(question) == answer))
        .toList();
  }

  /** A text whose mood alone was judged was not called a violation. */
  private static boolean counts(Lesson lesson, Question question, Enum<?> answer) {
    return lesson.answer(question) != null || answer == AppealClass.NON_CONSTRUCTIVE;
  }

  private boolean hasBoth(Question question, Enum<?> answer) {
    long all = lessons.stream().filter(one -> counts(one, question, answer)).count();
    long yes = lessons.stream().filter(one -> one.answer(question) == answer).count();
    return yes >= LEAST && all - yes >= LEAST;
  }

  /**
   * Equal for texts that differ in signs and digits only: such never help to foresee each other.
   */
  private static int fold(String text) {
    return Math.floorMod(
        text.toLowerCase(Locale.ROOT).replaceAll("https?://\\S+|[^\\p{L}]", "").hashCode(), FOLDS);
  }

  Classifier classifier() {
    return new Classifier(voices);
  }

  /**
   * How well lessons not learnt from were foreseen: the mean of the answers' F1.
   *
   * @return 0 to 1; NaN when there is nothing to measure
   */
  double quality(Predicate<Lesson> which) {
    List<Double> all = new ArrayList<>();
    heldOut.forEach(
        (question, answers) -> {
          for (Voice voice : voices.get(question)) {
            f1(question, answers, voice.answer(), which).ifPresent(all::add);
          }
        });
    return all.stream().mapToDouble(one -> one).average().orElse(Double.NaN);
  }

  private OptionalDouble f1(
      Question question, Enum<?>[] answers, Enum<?> answer, Predicate<Lesson> which) {
    int right = 0;
    int said = 0;
    int meant = 0;
    for (int i = 0; i < answers.length; i++) {
      Lesson lesson = lessons.get(i);
      if (lesson.answer(question) != null && which.test(lesson)) {
        said += answers[i] == answer ? 1 : 0;
        meant += lesson.answer(question) == answer ? 1 : 0;
        right += answers[i] == answer && lesson.answer(question) == answer ? 1 : 0;
      }
    }
    return meant == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * right / (said + meant));
  }

  /** What it would have said of a lesson without having learnt from it; null for nothing. */
  Enum<?> heldOut(Question question, int lesson) {
    return heldOut.containsKey(question) ? heldOut.get(question)[lesson] : null;
  }
}
