package org.communitydesk.engine;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds code in a diagram or table, each place named so that a process owner finds it too. */
class CarriedCode {

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "class", "класс Java",
          "expression", "выражение вместо делегата",
          "formKey", "форма не из каталога форм",
          "formHandlerClass", "класс Java",
          "taskFormHandlerClass", "класс Java",
          "resource", "внешний файл с кодом");
  private static final Set<String> SCRIPTS = Set.of("script", "scriptTask");

  private final String file;

  CarriedCode(String file) {
    this.file = file;
  }

  List<String> in(InputStream content) {
    List<String> faults = new ArrayList<>();
    Deque<String> places = new ArrayDeque<>();
    try {
      XMLStreamReader xml = parser().createXMLStreamReader(content);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          faults.add(file + ": объявление DOCTYPE не допускается.");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          places.push(place(xml, places));
          check(xml, places.peek(), faults);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          places.pop();
        }
      }
    } catch (XMLStreamException unreadable) {
      faults.add(file + ": файл не читается как XML.");
    }
    return faults;
  }

  private static XMLInputFactory parser() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private void check(XMLStreamReader xml, String place, List<String> faults) {
    String element = xml.getLocalName();
    if (SCRIPTS.contains(element)) {
      faults.add(fault(place, "скрипт"));
    } else if (element.equals("connector")) {
      faults.add(fault(place, "коннектор"));
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      String value = xml.getAttributeValue(i);
      if (isCamunda(xml.getAttributeNamespace(i), xml) && ATTRIBUTES.containsKey(name)) {
        faults.add(fault(place, ATTRIBUTES.get(name) + " (" + name + "=\"" + value + "\")"));
      } else if (isForeignKind(element, name, value)) {
        faults.add(fault(place, "вид задачи «" + value + "»"));
      } else if (isForeignLanguage(element, name, value)) {
        faults.add(fault(place, "язык «" + value + "»"));
      }
    }
  }

  // Camunda's own elements (listeners, fields) carry their attributes without a prefix.
  private static boolean isCamunda(String namespace, XMLStreamReader xml) {
    String effective = namespace == null || namespace.isEmpty() ? xml.getNamespaceURI() : namespace;
    return effective != null
        && (effective.contains("camunda.org") || effective.contains("activiti.org"));
  }

  private static boolean isForeignKind(String element, String attribute, String value) {
    return attribute.equals("type")
        && (element.endsWith("Task") || element.equals("messageEventDefinition"))
        && !value.equals("external");
  }

  private boolean isForeignLanguage(String element, String attribute, String value) {
    boolean inCondition = attribute.equals("language") && element.endsWith("xpression");
    boolean inTable = attribute.equals("expressionLanguage") && file.contains(".dmn");
    return inCondition || (inTable && !value.toLowerCase(Locale.ROOT).contains("feel"));
  }

  private static String place(XMLStreamReader xml, Deque<String> around) {
    String id = xml.getAttributeValue(null, "id");
    if (id == null) {
      return around.isEmpty() ? "файл" : around.peek();
    }
    String name = xml.getAttributeValue(null, "name");
    return name == null || name.isBlank() ? id : "«" + name + "» (" + id + ")";
  }

  private String fault(String place, String what) {
    return file + " › " + place + ": " + what + " не допускается.";
  }
}
