package org.communitydesk.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a form what a browser would run, load or choke on. */
class FormCheck {

  private static final int MOST_FAULTS = 30;
  private static final int LONGEST_FEEL = 2_000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(40)
                          .maxNameLength(100)
                          .maxNumberLength(20)
                          .maxStringLength(20_000)
                          .maxTokenCount(50_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> TYPES =
      Set.of(
          "html",
          "text",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "checklist",
          "radio",
          "select",
          "taglist",
          "datetime",
          "group",
          "spacer",
          "separator",
          "table",
          "default",
          "submit",
          "reset",
          "button");
  private static final Set<String> NAMES =
      Set.of(
          "type",
          "id",
          "key",
          "label",
          "description",
          "content",
          "text",
          "components",
          "layout",
          "columns",
          "row",
          "conditional",
          "hide",
          "validate",
          "required",
          "minLength",
          "maxLength",
          "min",
          "max",
          "pattern",
          "patternErrorMessage",
          "values",
          "value",
          "valuesKey",
          "valuesExpression",
          "defaultValue",
          "schemaVersion",
          "executionPlatform",
          "executionPlatformVersion",
          "exporter",
          "name",
          "version",
          "disabled",
          "readonly",
          "properties",
          "subtype",
          "dateLabel",
          "timeLabel",
          "disallowPassedDates",
          "timeInterval",
          "timeSerializingFormat",
          "use24h",
          "decimalDigits",
          "increment",
          "serializeToString",
          "searchable",
          "appearance",
          "prefixAdorner",
          "suffixAdorner",
          "height",
          "action",
          "dataSource",
          "rowCount",
          "columnsExpression",
          "showOutline",
          "verticalAlignment",
          "path",
          "validationType");
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}]*(?:\\{[^{}]*}[^{}]*)*)}}");
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:div|span|p|br|hr|strong|b|em|i|u|s|small|code|pre|ul|ol|li|h[1-6]|blockquote|table|thead|tbody|tr|th|td|a)(?:"
              + " (?:style=\"[^\"<>&\\\\@]*\"|href=\"(?:https://|mailto:|/(?!/)|\u0001)[^\"<>\\s]*\"|target=\"_blank\"|rel=\"[a-z"
              + " ]+\"|class=\"[\\w -]*\"|colspan=\"\\d\"))* ?/?>");
  private static final Pattern DANGEROUS =
      Pattern.compile(
          "(?i)javascript:|vbscript:|data:|constructor|__proto__|prototype|url\\(|expression\\(|position"
              + " *:|ng-|\\]\\((?!https://|mailto:|\\{\\{)");
  private static final Pattern FEEL_REFUSED =
      Pattern.compile("(?U)\\*\\*|\\.\\.|\\b(function|external|matches|replace)\\b|\\$");
  private static final Pattern NESTED_REPEAT =
      Pattern.compile("[*+}]\\)?[*+{]|\\([^)]*[*+{|][^)]*\\)[*+{]|\\\\\\d");

  private final String file;
  private final List<String> faults = new ArrayList<>();

  FormCheck(String file) {
    this.file = file;
  }

  List<String> faults(byte[] content) {
    try {
      JsonNode form = JSON.readTree(content);
      if (!form.isObject()
          || !form.path("components").isArray()
          || form.path("id").asText().isEmpty()) {
        return List.of(file + ": это не форма Camunda Forms.");
      }
      object(form, "форма");
    } catch (IOException unreadable) {
      faults.add(file + ": файл не читается как JSON или слишком велик.");
    }
    return faults;
  }

  private void object(JsonNode node, String around) {
    String place = node.path("id").isTextual() ? brief(node.path("id").asText()) : around;
    node.properties()
        .forEach(
            field -> {
              String name = field.getKey();
              if (faults.size() >= MOST_FAULTS) {
                return;
              }
              if (!NAMES.contains(name)) {
                fault(place, "свойство «" + brief(name) + "»");
              } else if (name.equals("type") && !TYPES.contains(field.getValue().asText())) {
                fault(place, "поле вида «" + brief(field.getValue().asText()) + "»");
              } else {
                value(field.getValue(), name, place);
              }
            });
  }

  private void value(JsonNode value, String name, String place) {
    if (value.isObject()) {
      object(value, place);
    } else if (value.isArray()) {
      value.forEach(one -> value(one, name, place));
    } else if (value.isTextual()) {
      text(value.asText(), name, place);
    }
  }

  private void text(String text, String name, String place) {
    if (DANGEROUS.matcher(text).find()) {
      fault(place, "опасный текст «" + brief(text) + "»");
    }
    if (name.equals("pattern") && (text.length() > 200 || NESTED_REPEAT.matcher(text).find())) {
      fault(place, "образец с вложенными повторами («" + brief(text) + "»)");
    }
    if (text.startsWith("=")) {
      feel(text.substring(1), place);
    }
    Matcher templates = TEMPLATE.matcher(text);
    while (templates.find()) {
      feel(templates.group(1), place);
    }
    String bare = templates.reset().replaceAll("\u0001");
    if (bare.contains("{{") || bare.contains("}}")) {
      fault(place, "шаблон «" + brief(text) + "»");
    }
    if (name.equals("content") && TAG.matcher(bare).replaceAll("").matches("(?s).*[<>].*")) {
      fault(place, "разметка «" + brief(text) + "»");
    }
    if (name.equals("text") && bare.contains("<")) {
      fault(place, "разметка «" + brief(text) + "»");
    }
  }

  private void feel(String feel, String place) {
    if (feel.length() > LONGEST_FEEL || FEEL_REFUSED.matcher(feel).find()) {
      fault(place, "выражение «" + brief(feel) + "»");
    }
  }

  private static String brief(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }

  private void fault(String place, String what) {
    faults.add(file + " › " + place + ": " + what + " не допускается.");
  }
}
