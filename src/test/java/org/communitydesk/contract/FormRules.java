package org.communitydesk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.process.ProcessVariable;

/** Forms that Tasklist 7.24 shows as they were drawn, with fields that Java knows. */
record FormRules(String file, JsonNode form, Vocabulary words, Faults faults) {

  private static final Set<String> SHOWING =
      Set.of("text", "html", "group", "separator", "spacer", "table");

  private static final Map<String, Set<Class<?>>> ASKING =
      Map.of(
          "textfield", Set.of(String.class),
          "textarea", Set.of(String.class),
          "number", Set.of(Long.class, Double.class),
          "checkbox", Set.of(Boolean.class),
          "radio", Set.of(Enum.class, String.class, Boolean.class),
          "select", Set.of(Enum.class, String.class));

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Pattern NO_NAME =
      Pattern.compile(
          "\"[^\"]*\"|\\b(?:string length|contains|starts with|ends with|not|if|then|else|and|or"
              + "|null|true|false|in|some|every|loop|this|this\\.\\w+|split|substring before"
              + "|substring after|for|return|option)\\b|[#/]\\w+|\\w+:");
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_]\\w*");

  void check() {
    if (!form.path("id").asText().equals(file)) {
      faults.add(
          place(), "the form " + form.path("id").asText() + " should be named like its file.");
    }
    if (form.path("schemaVersion").asInt() > 16) {
      faults.add(place(), "Tasklist shows schema version 16, the form was saved with a newer one.");
    }
    if (!form.path("executionPlatform").asText().equals("Camunda Platform")) {
      faults.add(place(), "the form should be made for Camunda Platform 7.");
    }
    components(form, new HashSet<>());
  }

  private void components(JsonNode parent, Set<String> keys) {
    for (JsonNode component : parent.path("components")) {
      String type = component.path("type").asText();
      if (ASKING.containsKey(type)) {
        field(component, keys);
      } else if (!SHOWING.contains(type)) {
        faults.add(place(component), "a " + type + " does not work in Tasklist 7.24.");
      }
      expressions(component, component);
      components(component, keys);
    }
  }

  private void field(JsonNode field, Set<String> keys) {
    String key = field.path("key").asText();
    ProcessVariable<?> variable = words.variables().get(key);
    if (!keys.add(key)) {
      faults.add(place(field), "the field stands in the form twice.");
    }
    if (field.has("readonly")) {
      faults.add(place(field), "a read-only field is sent back as text: show it instead.");
    }
    if (variable == null) {
      faults.unknown(place(field), key, "a known variable", words.variables().keySet());
      return;
    }
    Class<?> kind = variable.type().isEnum() ? Enum.class : variable.type();
    if (!ASKING.get(field.path("type").asText()).contains(kind)) {
      faults.add(
          place(field),
          "a %s does not fit, see %s in CATALOG.md.".formatted(field.path("type").asText(), key));
    }
    for (JsonNode option : field.path("values")) {
      Literals.check(place(field), variable, option.path("value").asText(), faults);
    }
    if (field.has("defaultValue")) {
      Literals.check(place(field), variable, field.path("defaultValue").asText(), faults);
    }
  }

  private void expressions(JsonNode component, JsonNode node) {
    if (node.isTextual() && node.asText().startsWith("=")) {
      names(component, node.asText().substring(1));
    } else if (node.isTextual()) {
      Matcher template = TEMPLATE.matcher(node.asText());
      while (template.find()) {
        names(component, template.group(1));
      }
    } else if (node.isObject()) {
      node.properties().stream()
          .filter(property -> !property.getKey().equals("components"))
          .forEach(property -> expressions(component, property.getValue()));
    }
  }

  private void names(JsonNode component, String expression) {
    Matcher name = NAME.matcher(NO_NAME.matcher(expression).replaceAll(" "));
    while (name.find()) {
      if (!words.variables().containsKey(name.group())) {
        faults.unknown(
            place(component), name.group(), "a known variable", words.variables().keySet());
      }
    }
  }

  private String place() {
    return file + ".form";
  }

  private String place(JsonNode component) {
    String id = component.path("key").asText(component.path("id").asText());
    return place() + " › «" + component.path("label").asText() + "» (" + id + ")";
  }
}
