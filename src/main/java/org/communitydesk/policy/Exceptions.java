package org.communitydesk.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that only look obscene; {@code слов*} for a beginning. */
final class Exceptions {

  private final Set<String> whole = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private int longest;

  Exceptions(List<String> words) {
    for (String word : words) {
      boolean begins = word.endsWith("*");
      String bare = begins ? word.substring(0, word.length() - 1) : word;
      String letters = Readings.squeeze(Readings.look(bare));
      (begins ? beginnings : whole).add(letters);
      longest = begins ? Math.max(longest, letters.length()) : longest;
    }
  }

  boolean hold(String reading) {
    for (int end = 1; end <= Math.min(longest, reading.length()); end++) {
      if (beginnings.contains(reading.substring(0, end))) {
        return true;
      }
    }
    return whole.contains(reading);
  }
}
