package org.communitydesk.triage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What was learnt: for each question the voices that answer it; a question may have none. */
record Classifier(Map<Question, List<BinaryClassifier>> voices) {

  private static final int FORMAT = 2;
  private static final Set<Enum<?>> FIRST = Set.of(AppealClass.NON_CONSTRUCTIVE);

  /**
   * An answer.
   *
   * @param confidence 0 to 1
   */
  record Answer(BinaryClassifier voice, double confidence) {}

  Optional<Answer> answer(Question question, SparseVector text) {
    List<BinaryClassifier> all = voices.getOrDefault(question, List.of());
    double sum =
        all.stream().mapToDouble(binaryClassifier -> binaryClassifier.probability(text)).sum();
    return loudest(
            all,
            binaryClassifier ->
                binaryClassifier.probability(text) / binaryClassifier.curve(text).threshold())
        .map(
            binaryClassifier ->
                new Answer(
                    binaryClassifier, binaryClassifier.probability(text) / Math.max(sum, 1e-9)));
  }

  /** A violation is called by its own threshold; among the rest the likeliest counts. */
  static Optional<BinaryClassifier> loudest(
      List<BinaryClassifier> voices, ToDoubleFunction<BinaryClassifier> loudness) {
    return voices.stream()
        .max(
            Comparator.comparingDouble(
                binaryClassifier -> {
                  double share = loudness.applyAsDouble(binaryClassifier);
                  return !FIRST.contains(binaryClassifier.answer())
                      ? share
                      : share >= 1 ? Double.MAX_VALUE : -1;
                }));
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
      out.writeInt(FORMAT);
      out.writeInt(TextFeatures.SIZE);
      for (Question question : Question.values()) {
        List<BinaryClassifier> all = voices.getOrDefault(question, List.of());
        out.writeInt(all.size());
        for (BinaryClassifier binaryClassifier : all) {
          out.writeInt(question.answers().indexOf(binaryClassifier.answer()));
          boolean same =
              Arrays.equals(
                  binaryClassifier.ofShort().weights(), binaryClassifier.ofLong().weights());
          write(out, binaryClassifier.ofShort().curve());
          write(out, binaryClassifier.ofLong().curve());
          write(out, binaryClassifier.ofShort().weights());
          out.writeBoolean(same);
          if (!same) {
            write(out, binaryClassifier.ofLong().weights());
          }
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Empty when the bytes are of another format: then one must learn anew. */
  static Optional<Classifier> of(byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16))) {
      if (in.readInt() != FORMAT || in.readInt() != TextFeatures.SIZE) {
        return Optional.empty();
      }
      Map<Question, List<BinaryClassifier>> voices = new TreeMap<>();
      for (Question question : Question.values()) {
        int count = in.readInt();
        List<BinaryClassifier> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          all.add(voice(in, question));
        }
        voices.put(question, all);
      }
      return Optional.of(new Classifier(voices));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static BinaryClassifier voice(DataInputStream in, Question question) throws IOException {
    Enum<?> answer = question.answers().get(in.readInt());
    PlattScaling ofShort = curve(in);
    PlattScaling ofLong = curve(in);
    float[] forShort = weights(in);
    float[] forLong = in.readBoolean() ? forShort : weights(in);
    return new BinaryClassifier(
        answer,
        new BinaryClassifier.Part(forShort, ofShort),
        new BinaryClassifier.Part(forLong, ofLong));
  }

  private static float[] weights(DataInputStream in) throws IOException {
    float[] weights = new float[TextFeatures.SIZE];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
    return weights;
  }

  private static void write(DataOutputStream out, float[] weights) throws IOException {
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  private static void write(DataOutputStream out, PlattScaling plattScaling) throws IOException {
    out.writeDouble(plattScaling.steep());
    out.writeDouble(plattScaling.shift());
    out.writeDouble(plattScaling.threshold());
  }

  private static PlattScaling curve(DataInputStream in) throws IOException {
    return new PlattScaling(in.readDouble(), in.readDouble(), in.readDouble());
  }
}
