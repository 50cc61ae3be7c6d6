package org.communitydesk.knowledge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of a book as it is read: what Excel itself never writes, and what costs the library more
 * than its size. Elements are known by their names alone, wherever they stand: any part may claim
 * to be a sheet.
 */
final class PartCheck {

  private static final int LONGEST_CELL = 32_767;
  private static final int LONGEST_FORMULA = 8_192;
  private static final int LONGEST_NUMBER = 400;
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_TEXTS = 1_000_000;
  private static final int MOST_SHEETS = 1_000;
  private static final int MOST_ARRAYS = 100;
  private static final int MOST_ENTRIES = 100_000;
  private static final long MOST_FORMULA_WORK = 10_000_000_000L;
  private static final int MOST_NAMES = 2_000;
  private static final int LONGEST_NAME = 255;
  private static final int DEEPEST = 200;

  private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");
  private static final Pattern HUGE = Pattern.compile("[^eE]*[eE][+-]?0*[0-9]{4,}\\s*");

  private final String name;
  private final Set<String> names = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> shared = new HashMap<>();
  private final StringBuilder beginning = new StringBuilder();
  private int depth;
  private String cell = "";
  private String type = "n";
  private int cellsInRow;
  private String within = "";
  private int length;
  private final StringBuilder value = new StringBuilder();
  private String sharedFormula;
  private boolean isBase;
  private long formulaWork;

  PartCheck(String name) {
    this.name = name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * @throws FileRefused with the place, as far as it is known
   */
  void look(XMLStreamReader xml) {
    switch (xml.getEventType()) {
      case XMLStreamConstants.START_ELEMENT -> begin(xml);
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text(xml);
      case XMLStreamConstants.DTD -> throw strange("описание типа документа (DTD)");
      default -> {}
    }
  }

  FileRefused tooLong() {
    String opening = beginning.toString().strip();
    return new FileRefused(
        "В книге Excel %s длиннее 32 767 знаков: столько не вмещает ни одна ячейка%s. Откройте книгу, сократите этот текст и сохраните её заново"
            .formatted(place(), opening.isEmpty() ? "" : ". Он начинается так: «" + opening + "»"));
  }

  private String place() {
    return cell.isEmpty()
        ? "есть текст (часть %s), который".formatted(name)
        : "текст в ячейке %s (часть %s)".formatted(cell, name);
  }

  private void begin(XMLStreamReader xml) {
    if (++depth > DEEPEST) {
      throw strange("слишком глубокая вложенность");
    }
    String element = xml.getLocalName();
    remember(element);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      remember(xml.getAttributeLocalName(i));
    }
    switch (element) {
      case "row" -> beginRow(xml.getAttributeValue(null, "r"));
      case "c" -> beginCell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
      case "si", "is", "v", "f" -> beginText(element, xml);
      case "sheet" -> count(element, MOST_SHEETS);
      case "Override", "Default", "Relationship", "xf", "numFmt" -> count(element, MOST_ENTRIES);
      default -> {}
    }
  }

  private void remember(String one) {
    if (one.length() > LONGEST_NAME || (names.add(one) && names.size() > MOST_NAMES)) {
      throw strange("слишком много разных имён");
    }
  }

  private void count(String element, int most) {
    if (counts.merge(element, 1, Integer::sum) > most) {
      throw strange("больше %d элементов %s".formatted(most, element));
    }
  }

  private void beginRow(String number) {
    cellsInRow = 0;
    cell = "";
    if (number != null
        && !(number.matches("[0-9]{1,7}") && Integer.parseInt(number) <= MOST_ROWS)) {
      throw strange("строка с номером «%s»".formatted(shortened(number)));
    }
  }

  private void beginCell(String address, String kind) {
    type = kind == null ? "n" : kind;
    cell = address == null ? "" : shortened(address);
    if (++cellsInRow > MOST_COLUMNS || !(address == null || isAddress(address))) {
      throw strange("больше 16 384 столбцов" + (cell.isEmpty() ? "" : ", ячейка " + cell));
    }
  }

  private static boolean isAddress(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return false;
    }
    int column = 0;
    for (char letter : parts.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    int row = Integer.parseInt(parts.group(2));
    return column <= MOST_COLUMNS && row >= 1 && row <= MOST_ROWS;
  }

  private void beginText(String element, XMLStreamReader xml) {
    if (element.equals("si")) {
      count(element, MOST_TEXTS);
    }
    if (element.equals("f")) {
      String kind = xml.getAttributeValue(null, "t");
      if ("array".equals(kind)) {
        count("f", MOST_ARRAYS);
      }
      sharedFormula = "shared".equals(kind) ? xml.getAttributeValue(null, "si") : null;
      isBase = xml.getAttributeValue(null, "ref") != null;
    }
    within = element;
    length = 0;
    value.setLength(0);
    beginning.setLength(0);
  }

  private void text(XMLStreamReader xml) {
    if (within.isEmpty()) {
      return;
    }
    String text = xml.getText();
    length += text.length();
    if (beginning.length() < 60) {
      beginning.append(text, 0, Math.min(text.length(), 60 - beginning.length()));
    }
    if (length > LONGEST_CELL || (within.equals("f") && length > LONGEST_FORMULA)) {
      throw tooLong();
    }
    if (within.equals("v")) {
      value.append(text);
    }
  }

  private void end(String element) {
    depth--;
    if (!element.equals(within)) {
      return;
    }
    if (element.equals("f") && sharedFormula != null) {
      workOfShared();
    }
    if (element.equals("v") && isStrangeValue(value.toString().strip())) {
      throw strange("значение «%s» в ячейке %s".formatted(shortened(value.toString()), cell));
    }
    within = "";
  }

  /**
   * The library writes 1e999999999 with all its zeros, and fills its list of texts up to any number
   * that a cell names.
   */
  private boolean isStrangeValue(String text) {
    return switch (type) {
      case "n" -> text.length() > LONGEST_NUMBER || HUGE.matcher(text).matches();
      case "s" ->
          !text.isEmpty() && !(text.matches("[0-9]{1,7}") && Integer.parseInt(text) < MOST_TEXTS);
      default -> false;
    };
  }

  /** The library writes a shared formula anew for each cell, joining it piece by piece. */
  private void workOfShared() {
    if (isBase) {
      shared.put(sharedFormula, length);
    } else {
      long base = shared.getOrDefault(sharedFormula, 0);
      formulaWork += base * base / 4;
      if (formulaWork > MOST_FORMULA_WORK) {
        throw new FileRefused(
            "В книге Excel слишком много длинных формул. Сохраните её значениями: «Копировать»,"
                + " «Вставить как значения»");
      }
    }
  }

  private FileRefused strange(String what) {
    return new FileRefused(
        "Эту книгу записал не Excel: %s (часть %s). Откройте её в Excel и сохраните заново"
            .formatted(what, name));
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
