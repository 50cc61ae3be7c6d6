package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.policy.Word.Kind;

/** Reads a text as a person would: without look-alikes, hidden signs and letters set apart. */
final class Folding {

  static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_SPELT = 40;

  private static final Pattern SPECIAL =
      Pattern.compile(
          "(?<link>(?:https?://|www\\.|hxxps?://)[^\\s\"<>«»]{2,2000}+"
              + "|(?<![\\p{L}\\p{Nd}.@-])[\\p{L}\\p{Nd}-]{1,63}+(?:\\.[\\p{L}\\p{Nd}-]{2,63}+){0,4}?"
              + "\\.(?:ru|com|net|org|info|biz|online|site|shop|store|club|top|xyz|pro|me|io|su|gg|ly|link|app|vip|bet|рф|рус)"
              + "(?![\\p{L}\\p{Nd}])(?:[/?#][^\\s\"<>«»]{0,2000}+)?)"
              + "|(?<mail>[A-Za-z0-9._+-]{1,64}+@[A-Za-z0-9-]{1,63}+\\.[A-Za-z0-9.-]{2,63}+)"
              + "|(?<mention>(?<![\\p{L}\\p{Nd}@])@[A-Za-z][A-Za-z0-9_]{2,40}+)"
              + "|(?<phone>(?<![\\p{Nd}+])(?:\\+\\d{1,3}|8)[\\s(-]{0,2}\\d{3}[\\s)-]{0,2}\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d))"
              + "|(?<number>(?<![\\p{L}\\p{Nd}])\\d{1,3}(?:[ .,\u00A0]\\d{3}(?!\\d)){1,3}+(?![\\p{Nd}]))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private final List<Chunk> singles = new ArrayList<>();
  private int sentence;

  private Folding(String text) {
    this.text = text;
  }

  /**
   * The words in the order of their beginnings; only the first {@link #LONGEST_TEXT} characters
   * count.
   */
  static List<Word> words(String text) {
    return new Folding(text.length() > LONGEST_TEXT ? cut(text) : text).fold();
  }

  private static String cut(String text) {
    int end = LONGEST_TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private List<Word> fold() {
    Matcher special = SPECIAL.matcher(text);
    int from = 0;
    while (special.find()) {
      chunks(from, special.start());
      flush();
      Kind kind =
          special.group("link") != null || special.group("mail") != null
              ? Kind.LINK
              : special.group("mention") != null
                  ? Kind.MENTION
                  : special.group("phone") != null ? Kind.PHONE : Kind.NUMBER;
      String value = special.group();
      add(
          kind,
          kind == Kind.NUMBER ? value.replaceAll("\\D", "") : value,
          special.start(),
          special.end());
      from = special.end();
    }
    chunks(from, text.length());
    flush();
    return words;
  }

  private void chunks(int from, int to) {
    Chunk chunk = new Chunk(text, from);
    int spaces = 0;
    for (int i = from; i < to; ) {
      int sign = text.codePointAt(i);
      int next = i + Character.charCount(sign);
      if (Character.isWhitespace(sign) || sign == 0xA0 || isBreak(sign)) {
        boolean opened = !chunk.isEmpty();
        close(chunk, i);
        spaces = opened ? 1 : spaces + 1;
        if (spaces > 1 || isBreak(sign)) {
          flush();
        }
        if (ends(sign)) {
          sentence++;
        }
        chunk = new Chunk(text, next);
      } else if (sign == '.' && (next >= to || Character.isWhitespace(text.charAt(next)))) {
        close(chunk, i);
        sentence++;
        chunk = new Chunk(text, next);
      } else {
        chunk.take(sign, i, next);
      }
      i = next;
    }
    close(chunk, to);
  }

  private void close(Chunk chunk, int end) {
    if (chunk.isEmpty()) {
      return;
    }
    chunk.end(end);
    if (chunk.letters() == 1 && chunk.digits() == 0) {
      singles.add(chunk);
      return;
    }
    flush();
    chunk.addTo(words, sentence);
  }

  private void flush() {
    if (singles.size() >= 3) {
      for (int i = 0; i < singles.size(); i += LONGEST_SPELT) {
        List<Chunk> run = singles.subList(i, Math.min(singles.size(), i + LONGEST_SPELT));
        Chunk whole = new Chunk(text, run.get(0).start());
        run.forEach(whole::append);
        whole.addTo(words, sentence);
      }
    } else {
      singles.forEach(one -> one.addTo(words, sentence));
    }
    singles.clear();
  }

  private void add(Kind kind, String value, int start, int end) {
    words.add(new Word(kind, value, null, List.of(), start, end, sentence, true));
  }

  private static boolean ends(int sign) {
    return sign == '!' || sign == '?' || sign == '\n' || sign == '…';
  }

  private static boolean isBreak(int sign) {
    return ",;:!?()[]{}<>«»\"“”„…\n\r—–".indexOf(sign) >= 0;
  }
}
