package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of ours, for every person, with an object of theirs and with a foreign one. */
@DeskTest
class ObjectRightsTest {

  private static final List<String> PEOPLE =
      List.of("anna", "boris", "olga", "maria", "ivan", "pavel", "elena", "admin");

  /**
   * Route, who may ask for any object, who only for their own. The contact center's own case is one
   * that it was asked about, an advocate's one of which they have a task. Everybody else, and
   * whoever is not signed in, is refused. A route without a line fails.
   */
  private static final String ROUTES =
      """
      GET    /api/appeals                               | anna boris olga maria pavel elena |
      GET    /api/appeals/{caseId}                      | anna boris maria pavel elena | olga
      PUT    /api/appeals/{caseId}/draft                | anna boris maria |
      PUT    /api/appeals/{caseId}/enclosure            | anna boris maria |
      DELETE /api/appeals/{caseId}/enclosure            | anna boris maria |
      POST   /api/appeals/{caseId}/contact-center/withdraw | anna boris maria |
      GET    /api/attachments/{attachment}              | anna boris maria elena | olga ivan
      GET    /api/tasks                                 | anna boris olga maria ivan elena |
      GET    /api/tasks/{taskId}/conversation           | anna boris elena | olga ivan
      PUT    /api/tasks/{taskId}/seen                   | anna boris maria elena | olga ivan
      GET    /api/tasks/{taskId}/suggestions            | anna boris elena | olga ivan
      POST   /api/tasks/{taskId}/suggestions/{scriptId}/used | anna boris maria | olga ivan
      PUT    /api/tasks/{taskId}/suggestions/{scriptId}/file | anna boris maria |
      GET    /api/sanctions                             | anna boris olga maria pavel elena admin |
      GET    /api/sanctions/{sanction}                  | anna boris maria pavel elena admin | olga
      GET    /api/sanctions/ledger/check                | anna boris olga maria pavel elena admin |
      GET    /api/sanctions/drift                       | anna boris olga maria pavel elena admin |
      GET    /api/sanctions/reconciliation              | anna boris olga maria pavel elena admin |
      POST   /api/sanctions/reconciliation              | maria admin |
      POST   /api/sanctions/{id}/dispute                | anna boris maria |
      POST   /api/sanctions/{id}/revoke                 | maria admin |
      POST   /api/offences/{id}/withdraw                | anna boris maria |
      GET    /api/people                                | maria admin |
      GET    /api/people/erasures                       | maria admin |
      GET    /api/people/{platform}/{authorId}          | anna boris maria pavel elena admin | olga
      GET    /api/people/{platform}/{authorId}/holdings | maria admin |
      GET    /api/people/{platform}/{authorId}/export   | maria admin |
      DELETE /api/people/{platform}/{nobody}            | admin |
      PUT    /api/people/{platform}/{nobody}/links/{otherPlatform}/{otherAuthorId} | anna boris maria |
      DELETE /api/people/{platform}/{nobody}/links/{otherPlatform}/{otherAuthorId} | anna boris maria |
      GET    /api/publications                          | anna boris maria pavel elena admin |
      POST   /api/publications/{id}/release             | maria |
      POST   /api/publications/{id}/drop                | maria |
      GET    /api/publishing                            | anna boris maria pavel elena admin |
      PUT    /api/publishing                            | maria admin |
      PUT    /api/publishing/{platform}/{account}       | maria admin |
      GET    /api/channels                              | anna boris maria pavel elena admin |
      POST   /api/channels/{platform}/{account}/check   | maria elena admin |
      PUT    /api/channels/{platform}/{account}/token   | admin |
      DELETE /api/channels/{platform}/{account}/token   | admin |
      GET    /api/inbox                                 | anna boris maria pavel elena admin |
      POST   /api/inbox/{id}/retry                      | maria admin |
      GET    /api/incidents                             | maria admin |
      GET    /api/incidents/{id}                        | maria admin |
      POST   /api/incidents/{id}/preview                | maria admin |
      POST   /api/incidents/{id}/answer                 | maria |
      POST   /api/incidents/{id}/stop                   | maria admin |
      GET    /api/incidents/{id}/draft                  | maria admin |
      PUT    /api/incidents/{id}/draft                  | maria |
      GET    /api/tasks/{taskId}/drafts/{field}         | | olga ivan
      PUT    /api/tasks/{taskId}/drafts/{field}         | | olga ivan
      POST   /api/attachments/{attachment}/fetch        | anna boris maria |
      GET    /api/contact-center/answers                | maria |
      GET    /api/contact-center/requests               | maria |
      POST   /api/contact-center/answers/{id}/assign    | maria |
      POST   /api/contact-center/answers/{id}/dismiss   | maria |
      GET    /api/knowledge                             | anna boris olga maria ivan elena |
      POST   /api/knowledge                             | anna boris maria |
      GET    /api/knowledge/search                      | anna boris olga maria ivan elena |
      GET    /api/knowledge/counts                      | anna boris olga maria ivan elena |
      POST   /api/knowledge/import                      | maria |
      GET    /api/knowledge/export                      | maria |
      GET    /api/knowledge/synonyms                    | anna boris maria pavel elena |
      PUT    /api/knowledge/synonyms                    | maria pavel |
      GET    /api/knowledge/{approved}                  | anna boris olga maria ivan elena |
      GET    /api/knowledge/{draft}                     | maria |
      GET    /api/knowledge/{approved}/versions         | anna boris olga maria ivan elena |
      GET    /api/knowledge/{draft}/versions            | maria |
      PUT    /api/knowledge/{id}                        | maria |
      POST   /api/knowledge/{id}/approve                | maria |
      POST   /api/knowledge/{id}/withdraw               | maria |
      PUT    /api/knowledge/{id}/file                   | maria |
      GET    /api/knowledge/{draft}/file                | maria |
      GET    /api/knowledge/{approved}/file             | anna boris olga maria ivan elena |
      DELETE /api/knowledge/{id}/file                   | maria |
      GET    /api/advocates                             | maria elena |
      POST   /api/advocates                             | maria |
      GET    /api/advocates/{advocate}/posts            | maria elena |
      PUT    /api/advocates/{id}                        | maria |
      DELETE /api/advocates/{id}                        | maria |
      GET    /api/policy/lists/{list}                   | maria pavel |
      PUT    /api/policy/lists/{list}                   | maria pavel |
      POST   /api/policy/check                          | anna boris olga maria ivan pavel admin |
      POST   /api/privacy/mask                          | anna boris olga maria pavel elena admin |
      POST   /api/violations/detect                     | anna boris maria pavel admin |
      POST   /api/triage/suggest                        | anna boris maria pavel elena admin |
      POST   /api/triage/decisions                      | maria |
      POST   /api/triage/train                          | maria |
      GET    /api/triage/quality                        | maria pavel elena |
      GET    /api/calendar                              | anna boris maria pavel elena admin |
      GET    /api/calendar/{year}                       | anna boris maria pavel elena admin |
      PUT    /api/calendar/{year}                       | maria pavel admin |
      GET    /api/live                                  | anna boris olga maria ivan pavel elena |
      GET    /api/openapi.json                          | anna boris olga maria ivan pavel elena admin |
      GET    /api/openapi.json.yaml                     | |
      GET    /api/me                                    | anna boris olga maria ivan pavel elena admin |
      GET    /api/channels/capabilities                 | anna boris maria pavel elena admin |
      """;

  /** What nobody signs in for: it signs for itself, asks for a token of its own, or is public. */
  private static final List<String> WITHOUT_LOGIN =
      List.of("/hooks/", "/sandbox", "/first-administrator", "/rules", "/error");

  /** Names of ours that stand for one of the mapping, so that a line says which object is meant. */
  private static final Map<String, String> SAME =
      Map.of(
          "{attachment}", "{id}",
          "{sanction}", "{id}",
          "{approved}", "{id}",
          "{draft}", "{id}",
          "{advocate}", "{id}",
          "{nobody}", "{authorId}");

  private static final String PNG =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg"
          + "YGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired JdbcClient jdbc;

  private record Line(String method, String path, Set<String> all, Set<String> own) {

    static Line of(String text) {
      String[] parts = text.split("\\|", -1);
      String[] route = parts[0].strip().split(" +", -1);
      return new Line(route[0], route[1], names(parts[1]), names(parts[2]));
    }

    private static Set<String> names(String text) {
      return Arrays.stream(text.strip().split(" +", -1))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toSet());
    }

    String route() {
      String route = path;
      for (var same : SAME.entrySet()) {
        route = route.replace(same.getKey(), same.getValue());
      }
      return method + " " + route;
    }
  }

  @Test
  void everyRouteOpensForWhomItIsAndForTheirObjectsOnly() {
    List<Line> lines = ROUTES.lines().map(Line::of).toList();
    Objects objects = new Objects();
    List<String> wrong = new ArrayList<>();
    for (Line line : lines) {
      for (String person : PEOPLE) {
        boolean any = line.all.contains(person);
        ask(line, person, objects.foreign, any, "foreign", wrong);
        if (line.own.contains(person)) {
          ask(line, person, objects.ofPerson(person), true, "own", wrong);
        }
      }
      int nobody = send(null, line, objects.foreign).statusCode();
      if (nobody != 401 && (nobody != 403 || line.method.equals("GET"))) {
        wrong.add("%s as nobody: %d".formatted(line.route(), nobody));
      }
    }
    assertThat(wrong).isEmpty();
    listsHoldNothingForeign(objects);
  }

  @Test
  void everyRouteHasALine() {
    Set<String> known =
        ROUTES
            .lines()
            .map(Line::of)
            .map(Line::route)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> mapped = new HashSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, method) ->
                info.getPatternValues().stream()
                    .filter(path -> WITHOUT_LOGIN.stream().noneMatch(path::startsWith))
                    .forEach(
                        path ->
                            info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> mapped.add(verb + " " + path))));
    assertThat(mapped).as("lines for what is not there").containsAll(known);
    assertThat(known).as("lines for what is there").containsAll(mapped);
  }

  private static void ask(
      Line line,
      String person,
      Map<String, String> values,
      boolean allowed,
      String whose,
      List<String> wrong) {
    if (allowed && line.path.equals("/api/live")) {
      return; // does not end; LiveTest listens
    }
    int status = send(person, line, values).statusCode();
    boolean refused = status == 403 || (status == 404 && !line.all.contains(person));
    boolean fits = allowed ? status < 500 && status != 401 && status != 403 : refused;
    if (allowed && line.method.equals("GET")) {
      fits = fits && (status < 300 || path(line, values).contains("/0"));
    }
    if (!fits) {
      wrong.add(
          "%s as %s, %s object: %d instead of %s"
              .formatted(line.route(), person, whose, status, allowed ? "let in" : "refused"));
    }
  }

  private static String path(Line line, Map<String, String> values) {
    String path = line.path;
    for (var value : values.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
    }
    path = path.replaceAll("\\{\\w+}", "0");
    return switch (path) {
      case "/api/tasks" -> path + "?ids=0";
      case "/api/people" -> path + "?q=x";
      case "/api/knowledge/search" -> path + "?q=x";
      case "/api/contact-center/requests" -> path + "?open";
      default -> path;
    };
  }

  private static HttpResponse<String> send(String person, Line line, Map<String, String> values) {
    Desk desk = person == null ? Desk.asNobody() : Desk.as(person);
    String path = path(line, values);
    return switch (line.method) {
      case "GET" -> desk.get(path);
      case "DELETE" -> desk.delete(path);
      case "PUT" -> desk.put(path, path.endsWith("/seen") ? "{\"entry\":0}" : "{}");
      default -> desk.post(path, "{}");
    };
  }

  private static void listsHoldNothingForeign(Objects objects) {
    String foreign = objects.foreign.get("caseId");
    Map<String, String> asked = objects.ofPerson("olga");
    assertThat(Desk.as("olga").get("/api/appeals?limit=1000").body())
        .contains("\"caseId\":\"" + asked.get("caseId") + "\"")
        .doesNotContain("\"caseId\":\"" + foreign + "\"");
    assertThat(Desk.as("olga").get("/api/sanctions?limit=1000").body())
        .contains(asked.get("sanction"))
        .doesNotContain(objects.foreign.get("sanction"));
    assertThat(Desk.as("olga").get("/api/people/vk/" + asked.get("authorId")).body())
        .contains("\"caseId\":\"" + asked.get("caseId") + "\"")
        .as("another case of that person")
        .doesNotContain(objects.earlierWords);
    assertThat(Desk.as("olga").get("/api/tasks/" + asked.get("taskId") + "/conversation").body())
        .doesNotContain(objects.earlierWords);
    String suggestions = "/api/tasks/" + objects.foreign.get("taskId") + "/suggestions/";
    String draft = suggestions + objects.foreign.get("draft");
    assertThat(Desk.as("anna").put(draft + "/file", "").statusCode())
        .as("the file of a script that nobody has approved")
        .isEqualTo(404);
    assertThat(Desk.as("anna").post(draft + "/used", "").statusCode()).isEqualTo(404);
    String approved = suggestions + objects.foreign.get("approved");
    assertThat(Desk.as("anna").put(approved + "/file", "").statusCode()).isEqualTo(200);
    for (String person : List.of("olga", "ivan")) {
      assertThat(Desk.as(person).get("/api/tasks?ids=" + objects.foreign.get("taskId")).body())
          .as(person)
          .isEqualTo("[]");
      assertThat(
              Desk.as(person)
                  .get("/api/tasks?ids=" + objects.ofPerson(person).get("taskId"))
                  .body())
          .as(person)
          .contains(objects.ofPerson(person).get("caseId"));
    }
  }

  /** A case of nobody's, one about which the contact center is asked, one of the advocates. */
  private final class Objects {

    private final String earlierWords = "прежние слова " + System.nanoTime();
    private final Map<String, String> foreign = new HashMap<>();
    private final Map<String, Map<String, String>> own = new HashMap<>();

    Objects() {
      Appeal spam = Appeal.comment("vk", "Купите подписчиков дёшево").classify("NON_CONSTRUCTIVE");
      spam.confirm("ADVERTISING");
      Appeal spam2 =
          Appeal.comment("vk", "Купите подписчиков недорого").classify("NON_CONSTRUCTIVE");
      spam2.confirm("ADVERTISING");

      Appeal plain = withPicture(Appeal.comment("vk", "Где моя карта?")).toReply();
      foreign.putAll(of(plain, plain.task("anna", "prepareReply")));
      foreign.put("sanction", spam.sanction().path("id").asText());
      foreign.put("draft", script("Черновик?"));
      foreign.put("approved", script("Утверждено?"));
      for (String script : List.of("draft", "approved")) {
        byte[] png = Base64.getDecoder().decode(PNG.substring(PNG.indexOf(',') + 1));
        String file = "/api/knowledge/" + foreign.get(script) + "/file";
        assertThat(Desk.as("maria").putFile(file, "file", "a.png", png).statusCode())
            .isEqualTo(204);
      }
      Desk.as("maria").post("/api/knowledge/" + foreign.get("approved") + "/approve", "");

      Appeal earlier = Appeal.comment("vk", earlierWords).toReply().reply("Спасибо.");
      Appeal asked =
          withPicture(Appeal.by("vk", "private", earlier.author(), "Пётр", "А где карта?"))
              .toReply()
              .submit(
                  "anna",
                  "prepareReply",
                  Map.of(
                      "replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Где она?"));
      Map<String, String> olgas = of(asked, taken("olga", asked.task("olga", "answerRequest")));
      String sanction = spam2.sanction().path("id").asText();
      jdbc.sql("update desk.sanction set case_id = ? where id = ?::uuid")
          .params(Long.valueOf(asked.caseId()), sanction)
          .update();
      olgas.put("sanction", sanction);
      own.put("olga", olgas);

      Appeal angry = withPicture(Appeal.comment("vk", "Безобразие! Верните деньги."));
      angry.classify("CONSTRUCTIVE_NEGATIVE");
      for (String answer : List.of("Разбираемся.", "Мы нашли ваш платёж.")) {
        angry.submit(
            "anna", "prepareOfficialReply", Map.of("replyDecision", "REPLY", "replyText", answer));
        angry.write("Отписка! " + answer);
        angry.submit("anna", "judgeReaction", Map.of("reactionSettled", false));
      }
      angry.submit("maria", "decideAdvocate", Map.of("useAdvocate", true));
      own.put("ivan", of(angry, taken("ivan", angry.task("ivan", "supportAsAdvocate"))));
    }

    private static String taken(String person, String task) {
      String claim = "{\"userId\":\"" + person + "\"}";
      assertThat(Desk.as(person).post("/engine-rest/task/" + task + "/claim", claim).statusCode())
          .isEqualTo(204);
      return task;
    }

    private String script(String question) {
      return Desk.as("anna")
          .post(
              "/api/knowledge",
              "{\"question\":\"%s %d\",\"answer\":\"Ответ.\"}"
                  .formatted(question, System.nanoTime()))
          .body()
          .replaceAll("\\D", "");
    }

    Map<String, String> ofPerson(String person) {
      return own.get(person);
    }

    private Appeal withPicture(Appeal appeal) {
      appeal.send("Снимок", PNG);
      Appeal.idle();
      return appeal;
    }

    private Map<String, String> of(Appeal appeal, String task) {
      Map<String, String> values = new HashMap<>();
      values.put("caseId", appeal.caseId());
      values.put("taskId", task);
      values.put("field", "text");
      values.put("platform", "vk");
      values.put("authorId", appeal.author());
      for (JsonNode said : appeal.file().path("conversation")) {
        for (JsonNode file : said.path("attachments")) {
          values.put("attachment", file.path("id").asText());
        }
      }
      return values;
    }
  }
}
