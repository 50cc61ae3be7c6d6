package org.communitydesk.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a text into numbers: words, pairs of words, pieces of words, and how it was typed. */
final class TextFeatures {

  static final int SIZE = 1 << 20;
  private static final int HALF = SIZE / 2;
  private static final double PIECES = 0.8;
  private static final int LONGEST_TEXT = 3_000;
  private static final int MOST = 40_000;
  private static final int STEM = 5;
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<link>https?://\\S{1,2000}+|www\\.\\S{1,2000}+|t\\.me/\\S{1,200}+|\\[link\\])"
              + "|(?<person>@\\w{1,60}+|\\[username\\])"
              + "|(?<word>[\\p{L}\\p{Nd}*\\p{Mn}]{1,60}+)"
              + "|(?<sign>[\\p{So}\\p{Sc}]|[!?]{1,20}+|[)(]{1,20}+|[.]{2,20}+)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TIGHT = Pattern.compile(",\\p{L}");

  private final String text;
  private final int[] hashes = new int[MOST];
  private int count;

  private TextFeatures(String text) {
    this.text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  /** The first 3,000 characters of the text; what is typed alike counts alike. */
  static SparseVector of(String text) {
    TextFeatures features = new TextFeatures(text);
    List<String> tokens = features.tokens();
    SparseVector words = features.words(tokens);
    features.count = 0;
    return join(words, features.pieces(tokens));
  }

  private List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е'));
    while (matcher.find()) {
      if (matcher.group("link") != null) {
        tokens.add("#link");
      } else if (matcher.group("person") != null) {
        tokens.add("#person");
      } else if (matcher.group("word") != null) {
        tokens.add(matcher.group().replaceAll("\\p{Nd}", "0"));
      } else {
        String sign = matcher.group();
        tokens.add(sign.length() > 2 ? sign.substring(0, 2) : sign);
      }
    }
    return tokens;
  }

  private SparseVector words(List<String> tokens) {
    String last = "#begin";
    String lastStem = last;
    for (String token : tokens) {
      add("w" + token);
      add("p" + last + " " + token);
      String stem = token.length() > STEM ? token.substring(0, STEM) : token;
      add("s" + stem);
      add("t" + lastStem + " " + stem);
      last = token;
      lastStem = stem;
      if (isMixed(token)) {
        add("#mixed");
      }
    }
    long letters = text.codePoints().filter(Character::isLetter).count();
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    add("#capitals" + (letters < 6 ? -1 : 10 * capitals / letters));
    add("#length" + (32 - Integer.numberOfLeadingZeros(tokens.size())));
    style();
    return counted(0, 1);
  }

  private SparseVector pieces(List<String> tokens) {
    for (String token : tokens) {
      if (token.startsWith("#") || !Character.isLetterOrDigit(token.codePointAt(0))) {
        continue;
      }
      String padded = " " + token + " ";
      for (int length = 3; length <= 5; length++) {
        for (int at = 0; at + length <= padded.length(); at++) {
          add("c" + padded.substring(at, at + length));
        }
      }
    }
    return counted(HALF, PIECES);
  }

  /** Whether it was typed with care. */
  private void style() {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return;
    }
    add("#first" + Character.getType(trimmed.codePointAt(0)));
    char end = trimmed.charAt(trimmed.length() - 1);
    add("#end" + (Character.isLetter(end) ? 'a' : end));
    if (TIGHT.matcher(text).find()) {
      add("#tight");
    }
    if (text.contains(" ,") || text.contains(" .")) {
      add("#loose");
    }
  }

  private static boolean isMixed(String word) {
    boolean cyrillic = false;
    boolean other = false;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (Character.isLetter(letter)) {
        boolean mine = Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
        cyrillic |= mine;
        other |= !mine;
      }
    }
    return cyrillic && other;
  }

  private void add(String feature) {
    if (count < MOST) {
      int hash = feature.hashCode() * 0x9E3779B1;
      hashes[count++] = (hash ^ (hash >>> 15)) & (HALF - 1);
    }
  }

  private SparseVector counted(int from, double norm) {
    Arrays.sort(hashes, 0, count);
    int[] places = new int[count];
    float[] values = new float[count];
    int size = 0;
    for (int i = 0; i < count; ) {
      int next = i;
      while (next < count && hashes[next] == hashes[i]) {
        next++;
      }
      places[size] = from + hashes[i];
      values[size++] = (float) (1 + Math.log(next - i));
      i = next;
    }
    double length = new SparseVector(places, values).square();
    float scale = length == 0 ? 0 : (float) (norm / Math.sqrt(length));
    for (int i = 0; i < size; i++) {
      values[i] *= scale;
    }
    return new SparseVector(Arrays.copyOf(places, size), Arrays.copyOf(values, size));
  }

  private static SparseVector join(SparseVector one, SparseVector other) {
    int size = one.places().length;
    int[] places = Arrays.copyOf(one.places(), size + other.places().length);
    float[] values = Arrays.copyOf(one.values(), places.length);
    System.arraycopy(other.places(), 0, places, size, other.places().length);
    System.arraycopy(other.values(), 0, values, size, other.values().length);
    return new SparseVector(places, values);
  }
}
