package org.communitydesk.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.contract.Vocabulary.Verb;

/** The list of words for diagrams, for people and for Modeler's picker of templates. */
public final class Catalog {

  private final Vocabulary words = Vocabulary.ofProject();

  /** What {@code processes/CATALOG.md} should hold. */
  public String page() {
    StringBuilder page = new StringBuilder();
    page.append("# Каталог слов для диаграмм\n\n")
        .append("Эта страница и шаблоны для Modeler созданы из кода; правки руками пропадут.\n")
        .append("Обновить: `mvn test -Dtest=CatalogTest -Dcatalog.write=true`.\n");
    page.append("\n## Сервисные задачи\n\n")
        .append("Delegate expression задачи — `${имя}`, идентификатор задачи — то же имя.\n\n")
        .append("| Имя | Что делает | Обращается наружу | Может получить отказ |\n")
        .append("| --- | --- | --- | --- |\n");
    for (Verb verb : words.delegates().values()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  verb.bean(),
                  verb.description(),
                  mark(verb.leavesTheHouse()),
                  mark(verb.throwsErrors())));
    }
    page.append(
            "\nЗадачам, которые обращаются наружу, нужны «Asynchronous before» и «Retry time cycle»;\n")
        .append("задачам, которые могут получить отказ, — событие-ошибка на границе.\n");
    listeners(page, "Слушатели пользовательских задач", words.taskListeners().values());
    listeners(page, "Слушатели выполнения", words.executionListeners().values());
    page.append("\n## Переменные\n\n| Имя | Значение |\n| --- | --- |\n");
    words
        .variables()
        .forEach(
            (name, variable) ->
                page.append("| `%s` | %s |\n".formatted(name, CatalogWords.type(variable))));
    names(page, "Сообщения", words.messages());
    names(page, "Ошибки", words.errors());
    names(page, "Группы людей", words.groups());
    return page.toString();
  }

  /** What {@code processes/.camunda/element-templates/catalog.json} should hold. */
  public String templates() {
    List<Map<String, Object>> templates = new ArrayList<>();
    for (Verb verb : words.delegates().values()) {
      Map<String, Object> template = new LinkedHashMap<>();
      template.put("name", verb.bean());
      template.put("id", "org.communitydesk." + verb.bean());
      template.put("description", verb.description());
      template.put("appliesTo", List.of("bpmn:Task", "bpmn:ServiceTask"));
      template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
      template.put("properties", properties(verb));
      templates.add(template);
    }
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(templates)
              .replace(System.lineSeparator(), "\n")
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Map<String, Object>> properties(Verb verb) {
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(hidden("${" + verb.bean() + "}", "camunda:delegateExpression"));
    if (verb.leavesTheHouse()) {
      properties.add(hidden(true, "camunda:asyncBefore"));
    }
    return properties;
  }

  private static Map<String, Object> hidden(Object value, String name) {
    Map<String, Object> binding = new LinkedHashMap<>();
    binding.put("type", "property");
    binding.put("name", name);
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("type", "Hidden");
    property.put("value", value);
    property.put("binding", binding);
    return property;
  }

  private static void listeners(StringBuilder page, String title, Collection<Verb> listeners) {
    if (!listeners.isEmpty()) {
      page.append("\n## ").append(title).append("\n\n| Имя | Что делает |\n| --- | --- |\n");
      listeners.forEach(
          verb -> page.append("| `%s` | %s |\n".formatted(verb.bean(), verb.description())));
    }
  }

  private static void names(StringBuilder page, String title, Collection<String> names) {
    page.append("\n## ").append(title).append("\n\n");
    names.forEach(name -> page.append("- `").append(name).append("`\n"));
  }

  private static String mark(boolean yes) {
    return yes ? "да" : "";
  }
}
