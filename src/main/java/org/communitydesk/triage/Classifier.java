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
record Classifier(Map<Question, List<Voice>> voices) {

  private static final int FORMAT = 2;
  private static final Set<Enum<?>> FIRST = Set.of(AppealClass.NON_CONSTRUCTIVE);

  /**
   * An answer.
   *
   * @param confidence 0 to 1
   */
  record Answer(Voice voice, double confidence) {}

  Optional<Answer> answer(Question question, Sparse text) {
    List<Voice> all = voices.getOrDefault(question, List.of());
    double sum = all.stream().mapToDouble(voice -> voice.probability(text)).sum();
    return loudest(all, voice -> voice.probability(text) / voice.curve(text).threshold())
        .map(voice -> new Answer(voice, voice.probability(text) / Math.max(sum, 1e-9)));
  }

  /** A violation is called by its own threshold; among the rest the likeliest counts. */
  static Optional<Voice> loudest(List<Voice> voices, ToDoubleFunction<Voice> loudness) {
    return voices.stream()
        .max(
            Comparator.comparingDouble(
                voice -> {
                  double share = loudness.applyAsDouble(voice);
                  return !FIRST.contains(voice.answer())
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
        List<Voice> all = voices.getOrDefault(question, List.of());
        out.writeInt(all.size());
        for (Voice voice : all) {
          out.writeInt(question.answers().indexOf(voice.answer()));
          boolean same = Arrays.equals(voice.ofShort().weights(), voice.ofLong().weights());
          write(out, voice.ofShort().curve());
          write(out, voice.ofLong().curve());
          write(out, voice.ofShort().weights());
          out.writeBoolean(same);
          if (!same) {
            write(out, voice.ofLong().weights());
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
      Map<Question, List<Voice>> voices = new TreeMap<>();
      for (Question question : Question.values()) {
        int count = in.readInt();
        List<Voice> all = new ArrayList<>();
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

  private static Voice voice(DataInputStream in, Question question) throws IOException {
    Enum<?> answer = question.answers().get(in.readInt());
    Curve ofShort = curve(in);
    Curve ofLong = curve(in);
    float[] forShort = weights(in);
    float[] forLong = in.readBoolean() ? forShort : weights(in);
    return new Voice(answer, new Voice.Part(forShort, ofShort), new Voice.Part(forLong, ofLong));
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

  private static void write(DataOutputStream out, Curve curve) throws IOException {
    out.writeDouble(curve.steep());
    out.writeDouble(curve.shift());
    out.writeDouble(curve.threshold());
  }

  private static Curve curve(DataInputStream in) throws IOException {
    return new Curve(in.readDouble(), in.readDouble(), in.readDouble());
  }
}
