package org.communitydesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

@DeskTest
class KnowledgeControllerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A word that no other test knows. */
  private final String word =
      UUID.randomUUID().toString().replaceAll("[^a-f]", "").replace('a', 'ж') + "жзи";

  @Test
  void aTableComesInAsDraftsAndIsApproved() throws JsonProcessingException {
    String table = "Вопрос;Ответ\nКак сменить %s?;В приложении\nБез ответа;\n".formatted(word);
    JsonNode dry = read(take("maria", "?dryRun=true", table), 200);
    assertThat(dry.path("created").asInt()).isEqualTo(1);
    assertThat(dry.path("preview").get(0).path("question").asText()).contains(word);
    JsonNode report = read(take("maria", "", table), 200);
    assertThat(report.path("created").asInt()).isEqualTo(1);
    assertThat(report.path("rejected").get(0).path("row").asInt()).isEqualTo(3);
    assertThat(report.path("rejected").get(0).path("reason").asText())
        .isEqualTo("Строка 3: нет ответа");
    assertThat(report.path("columns").get(1).path("field").asText()).isEqualTo("answer");
    assertThat(read(take("maria", "", table), 200).path("unchanged").asInt()).isEqualTo(1);
    assertThat(search("anna", "")).isEmpty();
    assertThat(Desk.as("anna").get(search() + "&state=DRAFT").statusCode()).isEqualTo(403);
    String id = search("maria", "&state=DRAFT").get(0).path("id").asText();
    assertThat(Desk.as("anna").get("/api/knowledge/" + id).statusCode()).isEqualTo(404);
    assertThat(Desk.as("anna").post("/api/knowledge/" + id + "/approve", "").statusCode())
        .isEqualTo(403);
    assertThat(
            read(Desk.as("maria").post("/api/knowledge/" + id + "/approve", ""), 200)
                .path("state")
                .asText())
        .isEqualTo("APPROVED");
    JsonNode found = search("anna", "").get(0);
    assertThat(found.path("highlights").get(0).asText()).isEqualTo("сменить");
    assertThat(found.path("score").asDouble()).isPositive();
    assertThat(found.fieldNames())
        .toIterable()
        .containsExactly("id", "question", "answer", "score", "highlights");
    assertThat(Desk.as("maria").get("/api/knowledge/export?format=csv").body()).contains(word);
    assertThat(Desk.as("maria").post("/api/knowledge/0/approve", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileThatIsNoneIsAProblemInRussian() throws JsonProcessingException {
    JsonNode problem = read(take("maria", "", "PK"), 422);
    assertThat(problem.path("title").asText()).isEqualTo("Файл не принят");
    for (String person : List.of("anna", "olga", "ivan", "pavel", "elena", "admin")) {
      assertThat(take(person, "", "Вопрос;Ответ").statusCode()).as(person).isEqualTo(403);
    }
  }

  @Test
  void aModeratorOffersAndASupervisorChanges() throws JsonProcessingException {
    String offered = "{\"question\":\"Где %s?\",\"answer\":\"Здесь\"}".formatted(word);
    JsonNode made = read(Desk.as("anna").post("/api/knowledge", offered), 201);
    assertThat(read(Desk.as("anna").post("/api/knowledge", offered), 422).path("detail").asText())
        .startsWith("Такой вопрос уже есть");
    String path = "/api/knowledge/" + made.path("id").asText();
    String change =
        """
        {"question":"Где %s?","answer":"Там","version":%d,"approve":true,"validUntil":"2098-12-31",
         "links":[{"title":"Правила","url":"%s"}],"variants":{"vk":"Там, в VK"}}
        """;
    assertThat(Desk.as("anna").put(path, change.formatted(word, 1, "https://a.ru/")).statusCode())
        .isEqualTo(403);
    assertThat(
            read(Desk.as("maria").put(path, change.formatted(word, 1, "javascript:x")), 422)
                .path("field")
                .asText())
        .isEqualTo("links");
    JsonNode changed =
        read(Desk.as("maria").put(path, change.formatted(word, 1, "https://a.ru/")), 200);
    assertThat(changed.path("state").asText()).isEqualTo("APPROVED");
    assertThat(changed.path("validUntil").asText()).isEqualTo("2098-12-31");
    assertThat(Desk.as("maria").put(path, change.formatted(word, 1, "https://a.ru/")).statusCode())
        .isEqualTo(409);
    assertThat(read(Desk.as("anna").get(path + "/versions"), 200).findValuesAsText("answer"))
        .containsExactly("Там", "Здесь");
    read(Desk.as("maria").post(path + "/withdraw", ""), 200);
    assertThat(search("anna", "")).isEmpty();
  }

  @Test
  void aFileOfAScriptIsForWhomeverTheScriptIsFor() throws JsonProcessingException {
    String script = "{\"question\":\"Что такое %s?\",\"answer\":\"Вот.\"}".formatted(word);
    String path =
        "/api/knowledge/"
            + read(Desk.as("maria").post("/api/knowledge", script), 201).path("id").asText();
    byte[] memo = "%PDF-1.4 памятка".getBytes(StandardCharsets.UTF_8);
    assertThat(putFile("anna", path, memo).statusCode()).isEqualTo(403);
    assertThat(putFile("maria", "/api/knowledge/0", memo).statusCode()).isEqualTo(404);
    assertThat(putFile("maria", path, new byte[0]).body()).contains("Файл пустой");
    assertThat(putFile("maria", path, memo).statusCode()).isEqualTo(204);
    assertThat(Desk.as("anna").get(path + "/file").statusCode()).as("a draft").isEqualTo(404);
    read(Desk.as("maria").post(path + "/approve", ""), 200);
    HttpResponse<String> file = Desk.as("anna").get(path + "/file");
    assertThat(file.body()).isEqualTo("%PDF-1.4 памятка");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(Desk.as("maria").delete(path + "/file").statusCode()).isEqualTo(204);
    assertThat(Desk.as("anna").get(path + "/file").statusCode()).isEqualTo(404);
  }

  @Test
  void aSuggestionIsFilledForThePersonAndItsUseIsCounted() throws JsonProcessingException {
    take(
        "maria",
        "?approve=true",
        "Вопрос;Ответ;ВКонтакте\nЧто такое %s?;Ответ;{имя}, это ответ для {канал}.\n"
            .formatted(word));
    Appeal appeal = Appeal.comment("vk", "Объясните, что такое " + word).toReply();
    String path = "/api/tasks/" + appeal.task("anna", "prepareReply") + "/suggestions";
    JsonNode first = read(Desk.as("anna").get(path), 200).get(0);
    assertThat(first.path("answer").asText()).isEqualTo("Пётр, это ответ для ВКонтакте.");
    assertThat(first.path("forChannel").asBoolean()).isTrue();
    assertThat(
            read(Desk.as("anna").get(path + "?q=%D0%BA%D0%B5%D1%88%D0%B1%D1%8D%D0%BA"), 200)
                .get(0)
                .path("question")
                .asText())
        .containsIgnoringCase("кешбэк");
    assertThat(Desk.as("ivan").get(path).statusCode()).isEqualTo(404);
    String script = "/" + first.path("id").asText();
    assertThat(Desk.as("anna").post(path + script + "/used", "").statusCode()).isEqualTo(204);
    assertThat(Desk.as("anna").post(path + "/0/used", "").statusCode()).isEqualTo(404);
    appeal.reply("Пётр, это другой ответ для ВКонтакте.");
    JsonNode score = read(Desk.as("maria").get("/api/knowledge" + script), 200).path("score");
    assertThat(score.path("used").asInt()).isEqualTo(1);
    assertThat(score.path("sent").asInt()).isEqualTo(1);
    assertThat(score.path("kept").asInt()).isEqualTo(100);
    assertThat(score.path("cameBack").asInt()).isZero();
    assertThat(Desk.as("anna").get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void synonymsAreTheOwnersToo() throws JsonProcessingException {
    String path = "/api/knowledge/synonyms";
    String groups = "{\"groups\":[[\"%s\",\"кешбэк\"]]}".formatted(word);
    assertThat(Desk.as("anna").put(path, groups).statusCode()).isEqualTo(403);
    assertThat(read(Desk.as("pavel").put(path, groups), 200).path("groups")).hasSize(1);
    assertThat(search("anna", "")).isNotEmpty();
    String twice = "{\"groups\":[[\"%s\",\"кешбэк\"],[\"кешбэк\",\"возврат\"]]}".formatted(word);
    assertThat(read(Desk.as("pavel").put(path, twice), 422).path("detail").asText())
        .contains("«кешбэк» стоит в двух группах");
    read(Desk.as("maria").put(path, "{\"groups\":[]}"), 200);
  }

  private String search() {
    return "/api/knowledge/search?q="
        + URLEncoder.encode("сменить " + word, StandardCharsets.UTF_8);
  }

  private JsonNode search(String person, String more) throws JsonProcessingException {
    JsonNode found = read(Desk.as(person).get(search() + more), 200);
    return found;
  }

  private static HttpResponse<String> putFile(String person, String path, byte[] content) {
    return Desk.as(person).putFile(path + "/file", "file", "памятка.pdf", content);
  }

  private static HttpResponse<String> take(String person, String query, String table) {
    return Desk.as(person)
        .postFile(
            "/api/knowledge/import" + query,
            "file",
            "faq.csv",
            table.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode read(HttpResponse<String> answer, int status)
      throws JsonProcessingException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
