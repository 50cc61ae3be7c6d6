package org.communitydesk.policy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.communitydesk.policy.Word.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds in a private message that its author does not agree with a measure. */
@Component
public class Objections {

  private static final int LONGEST = 20_000;

  private final Supplier<List<String>> list;
  private volatile Ready ready;

  @Autowired
  Objections(WordLists lists) {
    this(() -> lists.words(WordLists.OBJECTIONS));
  }

  Objections(Supplier<List<String>> list) {
    this.list = list;
  }

  private record Ready(List<String> list, Phrases phrases) {}

  /**
   * Whether the text asks to take a measure back, or says that it is wrong; only its first 20,000
   * characters count.
   */
  public boolean isObjection(String text) {
    List<Word> words =
        Folding.words(text.substring(0, Math.min(LONGEST, text.length()))).stream()
            .filter(word -> word.kind() != Kind.GLUED)
            .toList();
    return !words.isEmpty() && !phrases().in(words).isEmpty();
  }

  private Phrases phrases() {
    List<String> now = list.get();
    Ready last = ready;
    if (last == null || !last.list.equals(now)) {
      Phrases phrases = new Phrases();
      phrases.add(0, now, Map.of());
      last = new Ready(now, phrases);
      ready = last;
    }
    return last.phrases;
  }
}
