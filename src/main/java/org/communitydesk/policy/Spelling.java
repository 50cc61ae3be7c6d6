package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import morfologik.speller.Speller;
import org.communitydesk.policy.CommunicationRules.Place;
import org.springframework.stereotype.Component;

/** Finds Russian words that the dictionary does not know, and those that were meant. */
@Component
class Spelling {

  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}@._/-])[А-Яа-яЁё]{3,40}+(?:-[А-Яа-яЁё]{1,40}+){0,3}(?![\\p{L}\\p{Nd}@_/*-])");
  private static final int MOST = 20;
  private static final int PROPOSALS = 3;

  /**
   * Wrong words with what may be put there. Names, abbreviations and what stands in links are left
   * alone.
   *
   * @param known words that are right; {@code слов*} for a beginning
   */
  List<Place> wrong(String text, List<Word> words, List<String> known) {
    Speller speller = new Speller(RussianWords.DICTIONARY, 1);
    List<Place> places = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (places.size() < MOST && matcher.find()) {
      String word = matcher.group();
      if (!isName(text, matcher.start(), word)
          && !isInLink(words, matcher.start())
          && isWrong(speller, word, known)) {
        places.add(new Place(matcher.start(), matcher.end(), instead(speller, word)));
      }
    }
    return places;
  }

  private static boolean isWrong(Speller speller, String word, List<String> known) {
    String lower = lower(word);
    return !isRight(speller, lower)
        && !isRight(speller, word)
        && known.stream().noneMatch(one -> fits(lower(one), lower))
        && !(lower.indexOf('-') > 0
            && Pattern.compile("-")
                .splitAsStream(lower)
                .allMatch(
                    part ->
                        part.length() < 3
                            || isRight(speller, part)
                            || known.stream().anyMatch(one -> fits(lower(one), part))));
  }

  private static boolean isRight(Speller speller, String word) {
    return speller.isInDictionary(word);
  }

  private static boolean fits(String known, String word) {
    return known.endsWith("*")
        ? word.startsWith(known.substring(0, known.length() - 1))
        : word.equals(known);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  /** A capital inside a sentence begins a name; two of them an abbreviation. */
  private static boolean isName(String text, int at, String word) {
    if (!Character.isUpperCase(word.charAt(0))) {
      return false;
    }
    if (word.chars().filter(Character::isUpperCase).count() > 1) {
      return true;
    }
    int before = at - 1;
    while (before >= 0
        && (text.charAt(before) == ' ' || "«\"(".indexOf(text.charAt(before)) >= 0)) {
      before--;
    }
    return before >= 0 && ".!?\n…".indexOf(text.charAt(before)) < 0;
  }

  private static boolean isInLink(List<Word> words, int at) {
    return words.stream()
        .anyMatch(word -> word.kind() == Word.Kind.LINK && word.start() <= at && at < word.end());
  }

  private static List<String> instead(Speller speller, String word) {
    boolean capital = Character.isUpperCase(word.charAt(0));
    return speller.findReplacements(lower(word)).stream()
        .limit(PROPOSALS)
        .map(one -> capital ? one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1) : one)
        .toList();
  }
}
