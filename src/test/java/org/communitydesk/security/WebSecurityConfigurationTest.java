package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
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
        "/channels/page/titles.json",
        "/api/sanctions",
        "/api/people/vk/1",
        "/api/policy/lists/own-hosts",
        "/api/advocates",
        "/advocates",
        "/advocates/page/page.js",
        "/knowledge",
        "/knowledge/page/page.js",
        "/incidents",
        "/incidents/page/page.js",
        "/api/incidents",
        "/contact-center",
        "/contact-center/page/page.js",
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
        "/channels/page/page.js   | maria elena admin",
        "/api/sanctions           | anna olga maria pavel elena admin",
        "/api/sanctions/drift     | anna olga maria pavel elena admin",
        "/api/sanctions/reconciliation | anna olga maria pavel elena admin",
        "/api/sanctions/ledger/check | anna olga maria pavel elena admin",
        "/api/policy/lists/own-hosts | maria pavel",
        "/api/advocates          | maria elena",
        "/advocates              | maria",
        "/advocates/page/page.js | maria",
        "/api/knowledge/search?q=карта | anna olga maria ivan elena",
        "/api/knowledge | anna olga maria ivan elena",
        "/api/knowledge/counts | anna olga maria ivan elena",
        "/api/knowledge/export | maria",
        "/api/knowledge/synonyms | anna maria pavel elena",
        "/knowledge | anna olga maria ivan pavel elena",
        "/knowledge/page/page.js | anna olga maria ivan pavel elena",
        "/incidents | maria admin",
        "/incidents/page/page.js | maria admin",
        "/api/incidents | maria admin",
        "/contact-center | maria",
        "/contact-center/page/page.js | maria",
        "/api/contact-center/answers | maria",
        "/api/contact-center/requests?open | maria",
        "/channels/page/page.css | maria elena admin",
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
  void aPageShowsTheWaysToThePagesThatAreOpenAndToNoOthers() {
    List<String> pages =
        List.of("channels", "incidents", "contact-center", "knowledge", "advocates", "people");
    for (String person : PEOPLE) {
      List<String> open =
          pages.stream()
              .filter(page -> Desk.as(person).get("/" + page).statusCode() == 200)
              .toList();
      for (String page : open) {
        String html = Desk.as(person).get("/" + page).body();
        assertThat(pages.stream().filter(to -> html.contains("<a href=\"/" + to + "\">")))
            .as("%s at %s", person, page)
            .containsExactlyElementsOf(open.stream().filter(to -> !to.equals(page)).toList());
      }
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
