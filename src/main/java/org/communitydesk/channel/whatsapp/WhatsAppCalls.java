package org.communitydesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.channel.Template;
import org.communitydesk.channel.graph.GraphApi;
import org.communitydesk.channel.graph.GraphValue;
import org.communitydesk.http.CallFailure;

/** What our number sends, whom it blocks, and the templates of the business account. */
final class WhatsAppCalls {

  // Both from third parties, 2026-11: a longer text would be refused after the upload.
  private static final int LONGEST_CAPTION = 1024;
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;
  private static final Set<String> PLAIN_PARTS = Set.of("HEADER", "BODY", "FOOTER", "BUTTONS");
  private static final Set<String> PLAIN_BUTTONS = Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER");

  private final GraphApi api;
  private final String number;

  WhatsAppCalls(GraphApi api, String number) {
    this.api = api;
    this.number = number;
  }

  String send(Reply reply) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("messaging_product", "whatsapp");
    fields.put("recipient_type", "individual");
    fields.put(isScoped(reply.threadId()) ? "recipient" : "to", reply.threadId());
    if (reply.template() != null) {
      Template template = reply.template();
      put(
          fields,
          "template",
          Map.of("name", template.name(), "language", Map.of("code", template.language())));
    } else {
      quote(fields, reply.replyTo());
      if (reply.enclosure() == null) {
        put(fields, "text", Map.of("preview_url", false, "body", reply.text()));
      } else {
        enclose(fields, reply.text(), reply.enclosure());
      }
    }
    fields.put("biz_opaque_callback_data", reply.publicationId().toString());
    JsonNode answer = api.post(number + "/messages", fields);
    String id = GraphValue.id(answer.path("messages").path(0).path("id"));
    if (id.isEmpty()) {
      throw new CallFailure.Unsure("WhatsApp не назвал номер отправленного сообщения");
    }
    return id;
  }

  private static void put(Map<String, Object> fields, String type, Map<String, ?> content) {
    fields.put("type", type);
    fields.put(type, content);
  }

  private static void quote(Map<String, Object> fields, String answered) {
    if (answered != null && answered.startsWith("wamid.")) {
      fields.put("context", Map.of("message_id", answered.replace('~', '/')));
    }
  }

  private void enclose(Map<String, Object> fields, String text, OutgoingAttachment file) {
    if (text.length() > LONGEST_CAPTION) {
      throw new CallFailure.Refused(
          "WhatsApp: вместе с файлом текст может быть не длиннее " + LONGEST_CAPTION + " знаков");
    }
    Map<String, String> about = Map.of("messaging_product", "whatsapp", "type", file.contentType());
    JsonNode uploaded = api.upload(number + "/media", about, "file", file);
    boolean picture = PICTURES.contains(file.contentType());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", GraphValue.text(uploaded.path("id")));
    if (!text.isBlank()) {
      content.put("caption", text);
    }
    if (!picture) {
      content.put("filename", file.fileName());
    }
    put(fields, picture ? "image" : "document", content);
  }

  void block(String person) {
    checked(api.post(number + "/block_users", users(person)));
  }

  void unblock(String person) {
    checked(api.delete(number + "/block_users", users(person)));
  }

  BanList.Part blocked(String cursor) {
    return api.blocked(
        number + "/block_users",
        cursor,
        one ->
            new StandingBan(
                GraphValue.text(one.path(one.has("wa_id") ? "wa_id" : "user_id")),
                "",
                null,
                null,
                false));
  }

  // That an id without a number is taken in user_id is told by third parties only, 2026-11.
  private static Map<String, Object> users(String person) {
    Map<String, String> user =
        isScoped(person) ? Map.of("user_id", person) : Map.of("user", "+" + person);
    return Map.of("messaging_product", "whatsapp", "block_users", List.of(user));
  }

  /** Each person succeeds or fails alone, also in an answer that is no error. */
  private static void checked(JsonNode answer) {
    JsonNode failed = answer.path("block_users").path("failed_users").path(0);
    if (failed.isObject()) {
      throw new CallFailure.Refused(WhatsAppFailures.reason(failed.path("errors").path(0)));
    }
  }

  static boolean isScoped(String person) {
    return person.matches("[A-Z]{2}\\..+");
  }

  List<Template> templates(String business) {
    List<Template> templates = new ArrayList<>();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("status", "APPROVED");
    query.put("fields", "name,language,status,category,components");
    query.put("limit", String.valueOf(PAGE));
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = api.get(business + "/message_templates", query);
      answer
          .path("data")
          .forEach(
              one -> {
                if (isPlain(one)) {
                  templates.add(template(one));
                }
              });
      String after = answer.path("paging").path("cursors").path("after").asText("");
      if (!answer.path("paging").has("next") || after.isEmpty()) {
        break;
      }
      query.put("after", after);
    }
    return List.copyOf(templates);
  }

  /** Approved, and nothing to fill in. */
  private static boolean isPlain(JsonNode template) {
    boolean plain =
        template.path("status").asText("").equals("APPROVED")
            && !template.path("category").asText("").equals("AUTHENTICATION")
            && !template.path("components").toString().contains("{{");
    for (JsonNode part : template.path("components")) {
      plain &= PLAIN_PARTS.contains(part.path("type").asText(""));
      plain &= part.path("format").asText("TEXT").equals("TEXT");
      for (JsonNode button : part.path("buttons")) {
        plain &= PLAIN_BUTTONS.contains(button.path("type").asText(""));
      }
    }
    return plain;
  }

  private static Template template(JsonNode template) {
    List<String> lines = new ArrayList<>();
    for (JsonNode part : template.path("components")) {
      String text = GraphValue.text(part.path("text"));
      if (!text.isBlank()) {
        lines.add(text);
      }
    }
    return new Template(
        GraphValue.text(template.path("name")),
        GraphValue.text(template.path("language")),
        String.join("\n", lines));
  }
}
