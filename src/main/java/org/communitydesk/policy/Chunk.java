package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.communitydesk.policy.Word.Kind;

/** What stands between two blanks: pieces of letters or digits, and signs that part them. */
final class Chunk {

  private static final int LONGEST = 60;
  private static final int SHORT = 5;
  private static final int BREVE = 0x306;
  private static final String MONEY = "₽$€£₴₸₿";
  private static final String MASKS = "*#•_";

  private final String text;
  private final int start;
  private int end;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder masked = new StringBuilder();
  private Piece open;
  private boolean money;

  Chunk(String text, int start) {
    this.text = text;
    this.start = start;
  }

  void take(int sign, int from, int to) {
    if (isNothing(sign)) {
      if (sign == BREVE && open != null) {
        open.breve();
      }
      return;
    }
    int small = LookAlikes.small(sign);
    boolean digit = small >= '0' && small <= '9';
    boolean letter = !digit && (Character.isLetter(small) || isLetterHere(small, to));
    if (!letter && !digit) {
      money |= MONEY.indexOf(sign) >= 0;
      mark(sign);
      open = null;
      return;
    }
    if (open == null) {
      open = new Piece(from);
      pieces.add(open);
    }
    open.add(small, to);
    masked.append(letter ? look(small) : "");
    end = to;
  }

  private void mark(int sign) {
    if (MASKS.indexOf(sign) >= 0 && !masked.isEmpty()) {
      masked.append('*');
    }
  }

  private boolean isLetterHere(int sign, int next) {
    return "@$€¢¥£".indexOf(sign) >= 0
        && open != null
        && next < text.length()
        && Character.isLetter(text.charAt(next));
  }

  private static String look(int sign) {
    char letter = LookAlikes.look(sign);
    return letter == LookAlikes.NONE ? "" : String.valueOf(letter);
  }

  void append(Chunk single) {
    pieces.addAll(single.pieces);
    masked.append(single.masked);
    end = single.end;
  }

  void end(int limit) {
    end = Math.max(end, Math.min(limit, text.length()));
  }

  boolean isEmpty() {
    return pieces.isEmpty() && !money;
  }

  int start() {
    return start;
  }

  int letters() {
    return (int) signs().chars().filter(Character::isLetter).count();
  }

  int digits() {
    return (int) signs().chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private String signs() {
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.signs()));
    return all.toString();
  }

  /** Adds the words of the chunk: each piece, and all of them glued when there are several. */
  void addTo(List<Word> words, int sentence) {
    boolean spelt = pieces.size() > 2 && pieces.stream().allMatch(p -> p.signs().length() == 1);
    boolean stars = masked.indexOf("*") >= 0;
    boolean whole = !stars || pieces.size() < 2;
    if (!spelt) {
      pieces.forEach(piece -> piece.addTo(words, sentence, whole));
    }
    if (money) {
      words.add(new Word(Kind.MONEY, "$", null, List.of(), start, end, sentence, true));
    }
    String all = signs();
    if (all.length() > LONGEST || (!stars && areWholeWords())) {
      return;
    }
    Set<String> readings = isHiding() ? new LinkedHashSet<>() : Readings.of(all);
    if (stars) {
      readings.add(masked.toString());
    }
    int from = pieces.get(0).start();
    if (letters() > (stars ? 0 : 1)) {
      words.add(
          new Word(
              spelt ? Kind.SPELT : Kind.GLUED,
              Readings.look(all),
              null,
              List.copyOf(readings),
              from,
              end,
              sentence,
              false));
    }
  }

  /** One star in a longer word, or in one without a vowel, is a letter and no ornament. */
  private boolean isHiding() {
    return masked.indexOf("*") >= 0
        && masked.indexOf("*") == masked.lastIndexOf("*")
        && (masked.length() > SHORT || masked.chars().noneMatch(c -> "аеиоуыэюя".indexOf(c) >= 0));
  }

  /** A dot that lacks its blank parts words; a root is torn into smaller pieces. */
  private boolean areWholeWords() {
    return pieces.stream().allMatch(piece -> pieces.size() == 1 || piece.signs().length() > 3);
  }

  private static boolean isNothing(int sign) {
    int type = Character.getType(sign);
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.CONTROL
        || sign == 0x115F
        || sign == 0x1160
        || sign == 0x3164
        || sign == 0xFFA0;
  }
}
