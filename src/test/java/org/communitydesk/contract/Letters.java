package org.communitydesk.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How wide letters are in Arial or Noto Sans, whichever draws them wider. */
final class Letters {

  /** Pixels from line to line in a label. */
  static final int LABEL_LINE = 14;

  /** Pixels; viewers break the labels of events, gateways and arrows at it. */
  static final int LABEL_WIDTH = 90;

  static final int LABEL_PIXELS = 11;

  private static final int WIDEST = 1080;

  /** Letters by width, in thousandths of the height of the type. */
  private static final Map<Integer, String> BY_WIDTH =
      Map.ofEntries(
          Map.entry(230, "'"),
          Map.entry(260, "ijl"),
          Map.entry(280, " !,.:;"),
          Map.entry(330, "[]"),
          Map.entry(340, "()-I`"),
          Map.entry(350, "f"),
          Map.entry(360, "“”"),
          Map.entry(370, "t"),
          Map.entry(380, "/\\{}"),
          Map.entry(410, "\""),
          Map.entry(420, "r"),
          Map.entry(440, "г"),
          Map.entry(480, "т"),
          Map.entry(490, "з"),
          Map.entry(500, "Jcszс"),
          Map.entry(510, "vyуэ"),
          Map.entry(530, "xкх"),
          Map.entry(540, "k"),
          Map.entry(550, "Г≤≥"),
          Map.entry(560, "*?L_|«»я–"),
          Map.entry(570, "aeаеё"),
          Map.entry(580, "$0123456789^в"),
          Map.entry(590, "+<=>~дл"),
          Map.entry(600, "бь"),
          Map.entry(610, "oЗо"),
          Map.entry(620, "FTZbdghnpquКТрч"),
          Map.entry(630, "п"),
          Map.entry(640, "Унц"),
          Map.entry(650, "#ий"),
          Map.entry(660, "БЬ"),
          Map.entry(670, "ABEKPSVXYЁАВЕРХ"),
          Map.entry(700, "ДЧъ"),
          Map.entry(710, "Л"),
          Map.entry(720, "Э"),
          Map.entry(730, "CDRСЯ"),
          Map.entry(740, "&UП"),
          Map.entry(750, "HНЦжм"),
          Map.entry(760, "N"),
          Map.entry(770, "ИЙ"),
          Map.entry(780, "Gы"),
          Map.entry(790, "OQwО"),
          Map.entry(800, "Ъ"),
          Map.entry(810, "Ф"),
          Map.entry(830, "ф"),
          Map.entry(840, "ю"),
          Map.entry(890, "%Ы"),
          Map.entry(900, "ш"),
          Map.entry(910, "MМщ"),
          Map.entry(930, "Ж"),
          Map.entry(940, "m"),
          Map.entry(950, "W"),
          Map.entry(1000, "—…→"),
          Map.entry(1020, "@"),
          Map.entry(1040, "Ш"),
          Map.entry(1050, "Щ"),
          Map.entry(1060, "Ю"),
          Map.entry(1080, "№"));

  private static final Map<Integer, Integer> WIDTHS = new HashMap<>();

  static {
    BY_WIDTH.forEach(
        (width, letters) -> letters.codePoints().forEach(letter -> WIDTHS.put(letter, width)));
  }

  private Letters() {}

  /** In thousandths of the height of the type. */
  static int width(String word) {
    return word.codePoints().map(letter -> WIDTHS.getOrDefault(letter, WIDEST)).sum();
  }

  static List<String> labelLines(String name) {
    return lines(name, LABEL_PIXELS, LABEL_WIDTH);
  }

  /** A text broken between its words so that no line is wider than {@code room} pixels. */
  static List<String> lines(String text, int pixels, double room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer) * pixels / 1000.0 > room) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }
}
