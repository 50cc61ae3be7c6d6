package org.communitydesk.contract;

import java.util.HashMap;
import java.util.Map;

/** How wide letters are in Arial or Noto Sans, whichever draws them wider. */
final class Letters {

  private static final int WIDEST = 1080;

  /** Letters by width, in thousandths of the height of the type. */
  private static final Map<Integer, String> BY_WIDTH =
      Map.ofEntries(
          Map.entry(240, "'"),
          Map.entry(260, "ijl"),
          Map.entry(280, " !,.:;"),
          Map.entry(340, "()-I[]`"),
          Map.entry(360, "f“”"),
          Map.entry(380, "/\\t{}"),
          Map.entry(420, "\"r"),
          Map.entry(440, "г"),
          Map.entry(480, "т"),
          Map.entry(500, "Jcszзс"),
          Map.entry(520, "vyуэ"),
          Map.entry(540, "kxкх"),
          Map.entry(560, "*?L_|«»Гя–≤≥"),
          Map.entry(580, "$0123456789^aeавеё"),
          Map.entry(600, "+<=>~бдль"),
          Map.entry(620, "FTZbdghnopquЗКТорч"),
          Map.entry(640, "Унпц"),
          Map.entry(660, "#БЬий"),
          Map.entry(680, "ABEKPSVXYЁАВЕРХ"),
          Map.entry(700, "ДЧъ"),
          Map.entry(720, "ЛЭ"),
          Map.entry(740, "&CDRUПСЯ"),
          Map.entry(760, "HNНЦжм"),
          Map.entry(780, "GИЙы"),
          Map.entry(800, "OQwОЪ"),
          Map.entry(820, "Ф"),
          Map.entry(840, "фю"),
          Map.entry(900, "%Ыш"),
          Map.entry(920, "MМщ"),
          Map.entry(940, "mЖ"),
          Map.entry(960, "W"),
          Map.entry(1000, "—…→"),
          Map.entry(1020, "@"),
          Map.entry(1040, "Ш"),
          Map.entry(1060, "ЩЮ"),
          Map.entry(1080, "№"));

  private static final Map<Integer, Integer> WIDTHS = new HashMap<>();

  static {
    BY_WIDTH.forEach(
        (width, letters) -> letters.codePoints().forEach(letter -> WIDTHS.put(letter, width)));
  }

  private Letters() {}

  static int width(String word) {
    return word.codePoints().map(letter -> WIDTHS.getOrDefault(letter, WIDEST)).sum();
  }
}
