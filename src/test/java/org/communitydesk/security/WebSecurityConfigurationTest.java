package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DeskTest
class WebSecurityConfigurationTest {

  private static final List<String> PEOPLE =
      List.of("anna", "olga", "maria", "ivan", "pavel", "elena", "admin");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/appeals",
        "/api/appeals/1",
        "/api/inbox",
        "/api/publications",
        "/api/channels",
        "/api/publishing",
        "/api/live",
        "/api/tasks?ids=1",
        "/api/attachments/1",
        "/api/knowledge/search?q=x",
        "/api/knowledge/export",
        "/api/openapi.json",
        "/api/nothing",
        "/engine-rest/task",
        "/engine-rest/deployment",
        "/engine-rest/user",
        "/actuator/info",
        "/channels",
        "/channels/page.html",
        "/api/channels/capabilities",
        "/api/me",
        "/people",
        "/people/page.js",
        "/api/sanctions",
        "/api/people/vk/1",
        "/api/policy/lists/own-hosts",
        "/api/advocates",
        "/advocates",
        "/advocates/page.js",
        "/knowledge",
        "/knowledge/page.js",
        "/incidents",
        "/incidents/page.js",
        "/api/incidents",
        "/contact-center",
        "/contact-center/page.js",
        "/api/contact-center/requests?open"
      })
  void nobodyComesInUnknown(String path) {
    assertThat(Desk.asNobody().get(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/appeals             | anna olga maria pavel elena",
        "/api/inbox               | anna maria pavel elena admin",
        "/api/publications        | anna maria pavel elena admin",
        "/api/publishing          | anna maria pavel elena admin",
        "/api/channels            | anna maria pavel elena admin",
        "/channels                | maria elena admin",
        "/channels/page.js        | maria elena admin",
        "/api/sanctions           | anna olga maria pavel elena admin",
        "/api/sanctions/drift     | anna olga maria pavel elena admin",
        "/api/sanctions/reconciliation | anna olga maria pavel elena admin",
        "/api/sanctions/ledger/check | anna olga maria pavel elena admin",
        "/api/policy/lists/own-hosts | maria pavel",
        "/api/advocates          | maria elena",
        "/advocates              | maria",
        "/advocates/page.js | maria",
        "/api/knowledge/search?q=карта | anna olga maria ivan elena",
        "/api/knowledge | anna olga maria ivan elena",
        "/api/knowledge/counts | anna olga maria ivan elena",
        "/api/knowledge/export | maria",
        "/api/knowledge/synonyms | anna maria pavel elena",
        "/knowledge | anna olga maria ivan pavel elena",
        "/knowledge/page.js | anna olga maria ivan pavel elena",
        "/incidents | maria admin",
        "/incidents/page.js | maria admin",
        "/api/incidents | maria admin",
        "/contact-center | maria",
        "/contact-center/page.js | maria",
        "/api/contact-center/answers | maria",
        "/api/contact-center/requests?open | maria",
        "/channels/page.html | maria elena admin",
        "/people | maria admin",
        "/people/page.js | maria admin",
        "/api/me | anna olga maria ivan pavel elena admin",
        "/api/channels/capabilities | anna maria pavel elena admin",
        "/api/calendar            | anna maria pavel elena admin",
        "/api/openapi.json        | anna olga maria ivan pavel elena admin",
        "/api/nothing             | nobody",
        "/actuator/info           | admin"
      })
  void eachDoorOpensForWhomItIs(String path, String allowed) {
    String address = path.replace("карта", "%D0%BA%D0%B0%D1%80%D1%82%D0%B0");
    for (String person : PEOPLE) {
      int expected = List.of(allowed.split(" ")).contains(person) ? 200 : 403;
      assertThat(Desk.as(person).get(address).statusCode())
          .as("%s at %s", person, path)
          .isEqualTo(expected);
    }
  }

  @Test
  void whoAsksIsToldWhoTheyAreAndWhichPagesAreOpen() throws Exception {
    List<String> pages =
        List.of(
            "/channels", "/incidents", "/contact-center", "/knowledge", "/advocates", "/people");
    for (String person : PEOPLE) {
      JsonNode me = new ObjectMapper().readTree(Desk.as(person).get("/api/me").body());
      assertThat(me.get("login").asText()).isEqualTo(person);
      assertThat(me.get("name").asText()).isNotBlank().isNotEqualTo(person);
      assertThat(texts(me.get("mayOpen")))
          .as(person)
          .containsExactlyElementsOf(
              pages.stream()
                  .filter(page -> Desk.as(person).get(page).statusCode() == 200)
                  .toList());
    }
    JsonNode maria = new ObjectMapper().readTree(Desk.as("maria").get("/api/me").body());
    assertThat(texts(maria.get("groups"))).containsExactly("supervisors");
    JsonNode inTheWebapps =
        new ObjectMapper().readTree(Session.signIn("maria").get("/api/me").body());
    assertThat(inTheWebapps).isEqualTo(maria);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/channels", "/knowledge", "/people"})
  void aPageIsAFileThatRunsNothingButItsOwnScripts(String page) {
    HttpResponse<String> answer = Desk.as("maria").get(page);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(answer.headers().firstValue("Last-Modified")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.body()).contains("src=\"" + page + "/page.js\"").doesNotContain("<script>");
  }

  /** The token is the session's: the cookie only carries it to the page's scripts. */
  @Test
  void aPageBringsTheTokenAndNothingChangesWithoutIt() {
    Session maria = Session.signIn("maria");
    String cookie =
        maria.get("/channels").headers().allValues("Set-Cookie").stream()
            .filter(one -> one.startsWith("XSRF-TOKEN="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("Path=/channels", "SameSite=Lax").doesNotContain("HttpOnly");
    assertThat(maria.get("/channels/page.js").headers().firstValue("Set-Cookie")).isEmpty();
    String token = cookie.substring("XSRF-TOKEN=".length(), cookie.indexOf(';'));
    assertThat(publish(maria, null, null)).as("no token").isEqualTo(403);
    assertThat(publish(maria, "forged", "forged")).as("a pair of one's own").isEqualTo(403);
    assertThat(publish(maria, null, token)).as("the cookie alone").isEqualTo(403);
    assertThat(publish(maria, token, null)).as("the header").isEqualTo(200);
    maria.signOut();
    assertThat(publish(maria, token, token))
        .as("the token of a session that has ended")
        .isIn(401, 403);
  }

  private static int publish(Session person, String header, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Desk.address() + "/api/publishing"))
            .header("Content-Type", "application/json")
            .header("Cookie", person.cookie() + (cookie == null ? "" : "; XSRF-TOKEN=" + cookie))
            .PUT(BodyPublishers.ofString("{\"stopped\":false}"));
    if (header != null) {
      request.header("X-XSRF-TOKEN", header);
    }
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException lost) {
      throw new IllegalStateException(lost);
    }
  }

  @Test
  void theContactCenterReadsOnlyWhatItWasAskedAbout() {
    assertThat(Desk.as("olga").get("/api/appeals").statusCode()).isEqualTo(200);
    assertThat(Desk.as("olga").get("/api/inbox").statusCode()).isEqualTo(403);
  }

  @Test
  void theSetupPageOfTheWebappsStaysClosed() {
    assertThat(
            Desk.asNobody().post("/camunda/api/admin/setup/default/user/create", "{}").statusCode())
        .isEqualTo(403);
    assertThat(Desk.asNobody().get("/camunda/app/admin/default/setup/").statusCode())
        .isEqualTo(403);
  }

  /** The webapps load it before anybody has signed in. */
  @ParameterizedTest
  @CsvSource({
    "/kit/dom.js, text/javascript",
    "/kit/api.js, text/javascript",
    "/kit/kit.css, text/css"
  })
  void theKitIsForEverybodyAndAskedForAnew(String path, String type) {
    HttpResponse<String> answer = Desk.asNobody().get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void healthIsForEverybody() {
    assertThat(Desk.asNobody().get("/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThat(Desk.as("anna", "wrong").get("/api/appeals").statusCode()).isEqualTo(401);
  }

  /** Calls of one page run beside each other: one that changed the session would end the others. */
  @ParameterizedTest
  @CsvSource({
    "/api/publishing, 200",
    "/channels, 200",
    "/api/nothing, 403",
    "/api/sanctions?limit=x, 400"
  })
  void aCallLeavesTheSessionAsItIs(String path, int status) {
    Session maria = Session.signIn("maria");
    String before = maria.cookie();
    assertThat(maria.get(path).statusCode()).isEqualTo(status);
    assertThat(maria.cookie()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/publishing", "/channels", "/api/nothing"})
  void nobodyGetsASessionForKnocking(String path) {
    assertThat(Desk.asNobody().get(path).headers().firstValue("Set-Cookie")).isEmpty();
  }
}
