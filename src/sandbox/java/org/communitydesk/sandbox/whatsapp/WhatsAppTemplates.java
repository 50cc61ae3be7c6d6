package org.communitydesk.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphPage;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.world.Json;
import org.springframework.stereotype.Component;

/** The texts that may be sent at any time, some approved and some not. */
@Component
class WhatsAppTemplates implements GraphSection {

  private static final Pattern BLANK = Pattern.compile("\\{\\{\\w+}}");

  private record Kept(String id, String name, String status, String category, String text) {

    private ObjectNode json() {
      ObjectNode json =
          Json.object()
              .put("name", name)
              .put("language", "ru")
              .put("status", status)
              .put("category", category)
              .put("parameter_format", "POSITIONAL")
              .put("id", id);
      ArrayNode components = json.putArray("components");
      components.addObject().put("type", "BODY").put("text", text);
      components.addObject().put("type", "FOOTER").put("text", WhatsApp.TITLE);
      return json;
    }

    private long blanks() {
      return BLANK.matcher(text).results().count();
    }
  }

  private static final List<Kept> TEMPLATES =
      List.of(
          new Kept(
              "594425479261596",
              "answer_is_ready",
              "APPROVED",
              "UTILITY",
              "Здравствуйте! Мы подготовили ответ на ваш вопрос. Напишите нам любое слово, и мы его пришлём."),
          new Kept(
              "594425479261597",
              "question_received",
              "APPROVED",
              "UTILITY",
              "Здравствуйте! Мы помним о вашем вопросе и вернёмся с ответом."),
          new Kept(
              "594425479261598",
              "answer_by_name",
              "APPROVED",
              "UTILITY",
              "Здравствуйте, {{1}}! Ответ по обращению {{2}} готов."),
          new Kept("594425479261599", "spring_offer", "REJECTED", "MARKETING", "Весенние скидки!"),
          new Kept(
              "594425479261600", "survey", "PENDING", "MARKETING", "Оцените, пожалуйста, ответ."),
          new Kept("594425479261601", "old_greeting", "PAUSED", "UTILITY", "Добрый день!"));

  @Override
  public Platform platform() {
    return WhatsApp.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    return Map.of("GET message_templates", GraphMethod.read(this::list));
  }

  private JsonNode list(GraphRequest request) {
    WhatsApp.ofBusiness(request);
    String status = request.text("status");
    return GraphPage.of(
        TEMPLATES.stream().filter(one -> status.isEmpty() || one.status().equals(status)).toList(),
        request,
        25,
        Kept::json);
  }

  /** The text that the person gets. */
  String filled(JsonNode asked) {
    Kept template =
        TEMPLATES.stream()
            .filter(one -> one.name().equals(asked.path("name").asText()))
            .filter(one -> asked.path("language").path("code").asText().equals("ru"))
            .findFirst()
            .orElseThrow(
                () -> GraphError.of(404, 132001, 0, "Template does not exist in the translation"));
    if (template.status().equals("PAUSED")) {
      throw GraphError.of(400, 132015, 0, "Template is paused");
    }
    if (!template.status().equals("APPROVED")) {
      throw GraphError.of(404, 132001, 0, "Template does not exist in the translation");
    }
    List<String> given = asked.path("components").findValuesAsText("text");
    if (given.size() != template.blanks()) {
      throw GraphError.of(
          400, 132000, 0, "Number of parameters does not match the expected number of params");
    }
    String text = template.text();
    for (String value : given) {
      text = BLANK.matcher(text).replaceFirst(Matcher.quoteReplacement(value));
    }
    return text;
  }
}
