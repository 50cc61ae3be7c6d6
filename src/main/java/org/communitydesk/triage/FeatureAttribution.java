package org.communitydesk.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that spoke most for an answer. */
final class FeatureAttribution {

  /** Words shown. */
  static final int MOST = 5;

  private static final int LONGEST_TEXT = 3_000;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{Nd}*]{3,60}+(?:[ -][\\p{L}\\p{Nd}*]{2,60}+)?");

  private FeatureAttribution() {}

  private record Weighed(String words, double weight) {}

  static List<String> words(BinaryClassifier binaryClassifier, String text) {
    float[] weights = binaryClassifier.weights(TextFeatures.of(text));
    List<Weighed> weighed = new ArrayList<>();
    Matcher matcher =
        WORD.matcher(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    while (matcher.find()) {
      weighed.add(new Weighed(matcher.group(), TextFeatures.of(matcher.group()).times(weights)));
    }
    return weighed.stream()
        .filter(one -> one.weight > 0)
        .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
        .map(Weighed::words)
        .distinct()
        .limit(MOST)
        .toList();
  }
}
