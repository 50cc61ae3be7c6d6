package org.communitydesk.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import morfologik.speller.Speller;
import morfologik.stemming.Dictionary;
import org.springframework.core.io.ClassPathResource;

/** The words of Russian in all their forms, names of people and places among them. */
final class RussianWords {

  private static final String FILE = "org/languagetool/resource/ru/hunspell/ru_RU";

  /** Read once: it is some megabytes large and never changes. */
  static final Dictionary DICTIONARY = read();

  private RussianWords() {}

  private static Dictionary read() {
    try (InputStream words = new ClassPathResource(FILE + ".dict").getInputStream();
        InputStream about = new ClassPathResource(FILE + ".info").getInputStream()) {
      return Dictionary.read(words, about);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether it is a word or a name, in whatever case it is written. */
  static boolean hold(String word) {
    if (word.isEmpty()) {
      return false;
    }
    Speller speller = new Speller(DICTIONARY, 1);
    String small = word.toLowerCase(Locale.ROOT);
    return speller.isInDictionary(small)
        || speller.isInDictionary(
            small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1));
  }
}
