package org.communitydesk.policy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.communitydesk.policy.Word.Kind;

/**
 * One place of a phrase. Its alternatives stand between bars: {@code слово} is that word, {@code
 * слов*} its beginning, {@code *слов*} a part of it, {@code {class}} a kind of word or a class,
 * {@code {hidden}} a Russian word with foreign letters in it, {@code {foreign}} a word without
 * Russian letters.
 */
record Term(List<Alternative> alternatives, BitSet firsts) {

  private static final Map<String, Predicate<Word>> TRAITS =
      Map.of(
          "{number}", word -> word.kind() == Kind.NUMBER,
          "{sign}", word -> word.kind() == Kind.MONEY,
          "{link}", word -> word.kind() == Kind.LINK,
          "{mention}", word -> word.kind() == Kind.MENTION,
          "{phone}", word -> word.kind() == Kind.PHONE,
          "{hidden}", Word::isHidden,
          "{foreign}", Word::isForeign);

  static Term of(String written, Map<String, List<String>> classes) {
    List<Alternative> all =
        Arrays.stream(written.split("\\|")).flatMap(one -> alternatives(one, classes)).toList();
    BitSet firsts = new BitSet();
    for (Alternative one : all) {
      if (one.trait == null && one.first().anywhere) {
        firsts.set(0, Character.MAX_VALUE);
      } else if (one.trait == null) {
        firsts.set(one.first().letters.charAt(0));
      }
    }
    return new Term(all, firsts);
  }

  private static Stream<Alternative> alternatives(
      String written, Map<String, List<String>> classes) {
    if (TRAITS.containsKey(written)) {
      return Stream.of(new Alternative(TRAITS.get(written), List.of()));
    }
    if (!written.startsWith("{")) {
      return Stream.of(Alternative.of(written));
    }
    List<String> members = classes.get(written.substring(1, written.length() - 1));
    if (members == null) {
      throw new IllegalArgumentException("There is no class " + written);
    }
    return members.stream()
        .flatMap(line -> Arrays.stream(line.split("\\|")))
        .flatMap(member -> alternatives(member, classes));
  }

  /** How many words from {@code at} on fit; 0 for none. */
  int fit(List<Word> words, int at) {
    Word word = words.get(at);
    boolean mayBegin = word.kind() == Kind.SPELT || mayBegin(word);
    for (Alternative alternative : alternatives) {
      int length = mayBegin || alternative.trait != null ? alternative.fit(words, at) : 0;
      if (length > 0) {
        return length;
      }
    }
    return 0;
  }

  private boolean mayBegin(Word word) {
    return begins(word.text()) || (word.other() != null && begins(word.other()));
  }

  private boolean begins(String text) {
    return !text.isEmpty() && firsts.get(text.charAt(0));
  }

  /** A kind of word, or words that follow each other. */
  record Alternative(Predicate<Word> trait, List<Shape> shapes) {

    static Alternative of(String written) {
      return new Alternative(
          null, Arrays.stream(written.strip().split("[\\s-]+")).map(Shape::of).toList());
    }

    Shape first() {
      return shapes.get(0);
    }

    private int fit(List<Word> words, int at) {
      if (trait != null) {
        return trait.test(words.get(at)) ? 1 : 0;
      }
      if (at + shapes.size() > words.size()) {
        return 0;
      }
      for (int i = 0; i < shapes.size(); i++) {
        if (!shapes.get(i).fits(words.get(at + i))) {
          return 0;
        }
      }
      return shapes.size();
    }
  }

  /** A word, its beginning or a part of it; compared without ё and case. */
  record Shape(String letters, boolean begins, boolean anywhere) {

    static Shape of(String written) {
      String lower = written.toLowerCase(Locale.ROOT).replace('ё', 'е');
      boolean anywhere = lower.startsWith("*");
      boolean begins = lower.endsWith("*");
      return new Shape(
          lower.substring(anywhere ? 1 : 0, lower.length() - (begins ? 1 : 0)), begins, anywhere);
    }

    boolean fits(Word word) {
      Kind kind = word.kind();
      if (kind == Kind.SPELT) {
        return (letters.length() > 3 && word.text().contains(letters)) || fits(word.text());
      }
      return (kind == Kind.WORD || kind == Kind.LINK || kind == Kind.NUMBER)
          && (fits(word.text()) || (word.other() != null && fits(word.other())));
    }

    boolean fits(String word) {
      return anywhere
          ? word.contains(letters)
          : begins ? word.startsWith(letters) : word.equals(letters);
    }
  }
}
