package org.communitydesk.engine;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds in a diagram or table what {@link Vocabulary} does not know, each place named. */
class ModelCheck {

  private static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 60;
  private static final int MOST_FAULTS = 30;
  private static final int LONGEST_NAME = 4_000;

  // Words for what people try most; everything else is refused without them.
  private static final Map<String, String> REASONS =
      Map.of(
          "class", "класс Java",
          "variableMappingClass", "класс Java",
          "expression", "выражение вместо делегата",
          "variableMappingDelegateExpression", "выражение вместо делегата",
          "resource", "внешний файл с кодом",
          "script", "скрипт",
          "scriptTask", "скрипт",
          "connector", "коннектор",
          "formData", "форма не из каталога форм");
  private static final Set<String> FEEL =
      Set.of(
          "feel",
          "https://www.omg.org/spec/DMN/20191111/FEEL/",
          "https://www.omg.org/spec/DMN/20180521/FEEL/",
          "http://www.omg.org/spec/DMN/20180521/FEEL/",
          "http://www.omg.org/spec/FEEL/20140401");

  private final String file;
  private final Vocabulary vocabulary;
  private final Predicate<String> delegates;
  private final List<String> faults = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  ModelCheck(String file, Vocabulary vocabulary, Predicate<String> delegates) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.delegates = delegates;
  }

  private record Open(String name, String local, String place, StringBuilder text) {}

  List<String> faults(byte[] content) {
    if (!isUtf8(content)) {
      return List.of(file + ": допускается только кодировка UTF-8.");
    }
    try {
      XMLStreamReader xml = parser().createXMLStreamReader(new ByteArrayInputStream(content));
      String encoding = xml.getCharacterEncodingScheme();
      if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
        return List.of(file + ": допускается только кодировка UTF-8.");
      }
      while (xml.hasNext() && faults.size() < MOST_FAULTS) {
        take(xml, xml.next());
      }
    } catch (XMLStreamException unreadable) {
      faults.add(file + ": файл не читается как XML.");
    }
    return faults;
  }

  private static boolean isUtf8(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).length() > 0;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static XMLInputFactory parser() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }

  private void take(XMLStreamReader xml, int event) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused("объявление DOCTYPE не допускается.");
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          throw refused("инструкции обработки (<?…?>) не допускаются.");
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (!open.isEmpty()) {
          open.peek().text().append(xml.getText());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> end(open.pop());
      default -> {}
    }
  }

  private XMLStreamException refused(String why) {
    faults.add(file + ": " + why);
    return new XMLStreamException(why);
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    String name = Vocabulary.name(xml.getNamespaceURI(), xml.getLocalName());
    if (open.isEmpty() && !name.equals(vocabulary.root())) {
      throw refused(
          "это не "
              + (vocabulary == Vocabulary.BPMN ? "схема BPMN 2.0" : "таблица DMN 1.3")
              + ", как её пишет Camunda Modeler 5.");
    }
    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
      throw refused(
          "файл слишком велик: больше %d элементов или %d уровней."
              .formatted(MOST_ELEMENTS, DEEPEST));
    }
    open.push(new Open(name, xml.getLocalName(), place(xml), new StringBuilder()));
    Set<String> allowed = vocabulary.attributes(name);
    if (allowed == null) {
      fault(
          REASONS.getOrDefault(
                  xml.getLocalName(),
                  "элемент «" + shown(xml.getPrefix(), xml.getLocalName()) + "»")
              + " не допускается");
      return;
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attribute(xml, i, allowed);
    }
  }

  private void attribute(XMLStreamReader xml, int i, Set<String> allowed) {
    String local = xml.getAttributeLocalName(i);
    String value = xml.getAttributeValue(i);
    if (!allowed.contains(Vocabulary.name(xml.getAttributeNamespace(i), local))) {
      String shown = shown(xml.getAttributePrefix(i), local) + "=\"" + brief(value) + "\"";
      fault(
          local.equals("language")
              ? "язык «" + brief(value) + "» не допускается"
              : REASONS.containsKey(local)
                  ? REASONS.get(local) + " (" + shown + ") не допускается"
                  : "свойство " + shown + " не допускается");
      return;
    }
    text(value);
    switch (local) {
      case "delegateExpression" -> delegate(value);
      case "formKey" -> {
        if (!value.matches("camunda-forms:[\\w:./-]+")) {
          fault("форма не из каталога форм (formKey=\"" + brief(value) + "\") не допускается");
        }
      }
      case "type" -> {
        boolean isKind =
            xml.getAttributeNamespace(i) != null
                && xml.getAttributeNamespace(i).contains("camunda");
        if (isKind && !value.equals("external")) {
          fault("вид задачи «" + brief(value) + "» не допускается");
        }
      }
      case "expressionLanguage" -> language(value);
      default -> {}
    }
  }

  // A diagram's default language may be named, a table's is FEEL.
  private void language(String value) {
    boolean known =
        vocabulary == Vocabulary.DMN
            ? FEEL.contains(value) || value.equalsIgnoreCase("feel")
            : value.equals("http://www.w3.org/1999/XPath");
    if (!known) {
      fault("язык «" + brief(value) + "» не допускается");
    }
  }

  private void delegate(String value) {
    if (!value.matches("[$#]\\{\\s*[\\p{L}_][\\p{L}\\p{N}_]*\\s*}")
        || !delegates.test(value.substring(2, value.length() - 1).strip())) {
      fault(
          "исполнитель «"
              + brief(value)
              + "» не из списка processes/CATALOG.md; он не допускается");
    }
  }

  private void text(String value) {
    if (value.contains("{{")) {
      fault("двойные фигурные скобки («" + brief(value) + "») не допускаются");
    } else if (SafeExpression.isIn(value)) {
      String fault =
          vocabulary == Vocabulary.DMN
              ? "выражение «" + brief(value) + "» не допускается: в таблицах только FEEL"
              : SafeExpression.fault(value);
      if (fault != null) {
        fault(fault);
      }
    }
  }

  private void end(Open element) {
    String text = element.text().toString();
    open.push(element);
    text(text);
    String fault =
        switch (element.local()) {
          case "timeCycle" -> Repeats.cycle(text.strip());
          case "failedJobRetryTimeCycle" -> Repeats.retries(text.strip());
          case "timeDuration" -> Repeats.duration(text.strip());
          case "loopCardinality" -> Repeats.count(text.strip());
          case "text" -> vocabulary == Vocabulary.DMN && !isNote() ? SafeFeel.fault(text) : null;
          case "name" -> text.length() > LONGEST_NAME ? "слишком длинное имя" : null;
          default -> null;
        };
    if (fault != null) {
      fault(fault);
    }
    open.pop();
  }

  private boolean isNote() {
    return open.stream().anyMatch(one -> one.local().equals("textAnnotation"));
  }

  private String place(XMLStreamReader xml) {
    String id = xml.getAttributeValue(null, "id");
    if (id == null) {
      return open.isEmpty() ? "файл" : open.peek().place();
    }
    String name = xml.getAttributeValue(null, "name");
    return name == null || name.isBlank() ? brief(id) : "«" + brief(name) + "» (" + brief(id) + ")";
  }

  private static String shown(String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static String brief(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }

  private void fault(String what) {
    faults.add(file + " › " + open.peek().place() + ": " + what + ".");
  }
}
