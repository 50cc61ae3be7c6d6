package org.communitydesk.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.communitydesk.policy.CommunityRules.Repeats;
import org.communitydesk.policy.Word.Kind;

/** Says whether something is repeated without sense. */
final class Flooding {

  private static final Map<String, Function<Case, List<Integer>>> ENGINES =
      Map.of(
          "flood-same-text", Case::sameText,
          "flood-stream", Case::stream,
          "flood-many-accounts", Case::manyAccounts,
          "flood-same-word", Case::sameWord,
          "flood-mash", Case::mash);

  private static final List<String> KEYS =
      List.of("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "qwertyuiop", "asdfghjkl", "zxcvbnm");

  private Flooding() {}

  static boolean knows(String rule) {
    return ENGINES.containsKey(rule);
  }

  /** The places of the words that say so; empty when nothing does. */
  static List<Integer> find(
      String rule, List<Word> words, String text, Repeats repeats, RuleBook.Flood limits) {
    return ENGINES.get(rule).apply(new Case(words, text, repeats, limits));
  }

  private record Case(List<Word> words, String text, Repeats repeats, RuleBook.Flood limits) {

    private List<Integer> sameText() {
      return whole(repeats.sameTextByAuthor() >= limits.sameTextByAuthor());
    }

    private List<Integer> stream() {
      return whole(repeats.messagesInStream() >= limits.messagesInStream());
    }

    private List<Integer> manyAccounts() {
      return whole(
          repeats.authorsOfSameText() >= limits.authorsOfSameText()
              && words.size() >= limits.wordsOfSameText());
    }

    private List<Integer> whole(boolean flood) {
      return flood && !words.isEmpty() ? List.of(0) : List.of();
    }

    private List<Integer> sameWord() {
      Map<String, Integer> counts = new HashMap<>();
      int row = 0;
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        if (word.kind() != Kind.WORD || word.text().length() < 2) {
          row = 0;
          continue;
        }
        row = i > 0 && word.text().equals(words.get(i - 1).text()) ? row + 1 : 1;
        int count = counts.merge(word.text(), 1, Integer::sum);
        if (row >= limits.sameWord()
            || (word.text().length() > 3
                && count >= 2 * limits.sameWord()
                && count * 5 >= words.size() * 2)) {
          return List.of(i);
        }
      }
      return List.of();
    }

    private List<Integer> mash() {
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        if (word.kind() == Kind.WORD
            && (isHeld(text.substring(word.start(), word.end())) || isMash(word.text()))) {
          return List.of(i);
        }
      }
      return List.of();
    }

    private boolean isHeld(String written) {
      int row = 1;
      for (int i = 1; i < written.length(); i++) {
        char letter = Character.toLowerCase(written.charAt(i));
        row = letter == Character.toLowerCase(written.charAt(i - 1)) ? row + 1 : 1;
        if (row >= limits.sameLetter() && Character.isLetter(letter)) {
          return true;
        }
      }
      return false;
    }

    private boolean isMash(String word) {
      int near = 0;
      for (int i = 1; i < word.length(); i++) {
        near += areNeighbours(word.charAt(i - 1), word.charAt(i)) ? 1 : 0;
      }
      return word.length() >= limits.mash() && near * 4 >= (word.length() - 1) * 3;
    }

    private static boolean areNeighbours(char one, char other) {
      return KEYS.stream()
          .anyMatch(
              row ->
                  row.indexOf(one) >= 0
                      && row.indexOf(other) >= 0
                      && Math.abs(row.indexOf(one) - row.indexOf(other)) == 1);
    }
  }
}
