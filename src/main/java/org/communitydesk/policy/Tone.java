package org.communitydesk.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.policy.CommunicationRules.Place;

/** How loud a text is. */
final class Tone {

  private static final Pattern SHOUT =
      Pattern.compile(
          "(?<!\\p{L})\\p{Lu}{2,40}+(?:[ ,]{1,2}\\p{Lu}{2,40}+){1,60}+(?!\\p{L})|(?<!\\p{L})\\p{Lu}{7,40}+(?!\\p{L})");
  private static final Pattern EXCLAMATION = Pattern.compile("!+");
  private static final int FEW = 2;
  private static final int LONG = 5;

  private Tone() {}

  /** Long words, or several in a row, in capitals; abbreviations are short. */
  static List<Place> shouting(String text) {
    List<Place> places = new ArrayList<>();
    Matcher matcher = SHOUT.matcher(text);
    while (matcher.find()) {
      boolean hasLong =
          Pattern.compile("[ ,]+")
              .splitAsStream(matcher.group())
              .anyMatch(one -> one.length() >= LONG);
      if (hasLong) {
        places.add(new Place(matcher.start(), matcher.end(), List.of()));
      }
    }
    return places;
  }

  /** All exclamation marks, when there are more than two or two together. */
  static List<Place> exclaiming(String text) {
    List<Place> places = new ArrayList<>();
    Matcher matcher = EXCLAMATION.matcher(text);
    boolean together = false;
    while (matcher.find()) {
      together |= matcher.group().length() > 1;
      places.add(new Place(matcher.start(), matcher.end(), List.of()));
    }
    return together || places.size() > FEW ? places : List.of();
  }
}
