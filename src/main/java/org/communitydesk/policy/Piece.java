package org.communitydesk.policy;

import java.util.List;
import java.util.regex.Pattern;
import org.communitydesk.policy.Word.Kind;

/** Letters and digits that stand together. */
final class Piece {

  private static final Pattern MONEY = Pattern.compile("к|р|т|тр|тыс");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:дн|ден|час|мес|чел|шт|руб|тыс|нед|лет|год|мин|сут|дол|бак|раз|кг|гр|км|ур).*");

  private final StringBuilder signs = new StringBuilder();
  private final int start;
  private int end;

  Piece(int start) {
    this.start = start;
    this.end = start;
  }

  void add(int sign, int to) {
    signs.appendCodePoint(sign);
    end = to;
  }

  /** Turns и with a breve of its own into й. */
  void breve() {
    int last = signs.length() - 1;
    if (last >= 0 && signs.charAt(last) == 'и') {
      signs.setCharAt(last, 'й');
    }
  }

  String signs() {
    return signs.toString();
  }

  int start() {
    return start;
  }

  /** Roots are looked for in the piece only when it is no part of a starred word. */
  void addTo(List<Word> words, int sentence, boolean whole) {
    String all = signs();
    if (all.chars().allMatch(c -> isDigit(c))
        || (isDigit(all.charAt(0)) && all.matches("[\\doоσ]+"))) {
      words.add(number(all.replaceAll("[oоσ]", "0"), sentence));
      return;
    }
    int first = 0;
    while (isDigit(all.charAt(first))) {
      first++;
    }
    int last = all.length();
    while (isDigit(all.charAt(last - 1))) {
      last--;
    }
    if (first == 1 && isLetterDigit(all)) {
      first = 0;
    }
    if (first > 0) {
      words.add(number(all.substring(0, first), sentence));
    }
    String core = all.substring(first, last);
    boolean money = first > 0 && MONEY.matcher(Readings.look(core)).matches();
    words.add(
        money
            ? new Word(Kind.MONEY, core, null, List.of(), start, end, sentence, true)
            : word(all, core, sentence, whole));
    if (last < all.length()) {
      words.add(number(all.substring(last), sentence));
    }
  }

  private static boolean isLetterDigit(String all) {
    return "0346".indexOf(all.charAt(0)) >= 0
        && all.length() > 3
        && !COUNTED.matcher(Readings.look(all.substring(1))).matches();
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }

  private Word number(String digits, int sentence) {
    return new Word(Kind.NUMBER, digits, null, List.of(), start, end, sentence, true);
  }

  private Word word(String all, String core, int sentence, boolean whole) {
    boolean latin = Readings.isLatin(core);
    String look = Readings.look(core);
    String text = Readings.squeeze(latin || look.isEmpty() ? core : look, true);
    String other =
        latin && Readings.deceives(core) ? Readings.squeeze(Readings.look(core), true) : null;
    return new Word(
        Kind.WORD,
        text,
        other,
        whole ? List.copyOf(Readings.of(all)) : List.of(),
        start,
        end,
        sentence,
        all.codePoints().allMatch(LookAlikes::isRussian));
  }
}
