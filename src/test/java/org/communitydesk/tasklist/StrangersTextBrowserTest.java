package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/** What strangers write and call themselves is shown, and never does anything. */
@DeskTest
class StrangersTextBrowserTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> KINDS = new LinkedHashMap<>();
  private static final String MARK = "{{constructor.constructor('alert(3)')()}}";
  private static final String TEXT =
      String.join(
          "\n",
          "<img src=//canary.invalid/1 onerror=alert(1)>",
          "<svg onload=alert(2)>",
          MARK,
          "\"><script>alert(4)</script>",
          "[x](javascript:alert(5)) javascript:alert(6)",
          "<a href=\"javascript:alert(7)\">x</a> data:text/html,<script>alert(8)</script>",
          "'-alert(9)-' ${alert(10)} #{7*7}",
          "</textarea></script><iframe src=//canary.invalid/2></iframe>",
          "<style>@import '//canary.invalid/3';</style> ![x](http://canary.invalid/4)",
          "http://x.invalid/\"onmouseover=\"alert(11) \u202Egnp.exe");
  private static final String NAME = "<img src=x onerror=alert(12)>{{7*7}}\"' \u202E";

  static {
    for (String platform : List.of("facebook", "vk", "ok", "instagram", "x", "telegram")) {
      KINDS.put(platform, "comment");
    }
    KINDS.put("viber", "private");
    KINDS.put("whatsapp", "private");
  }

  private final List<String> alarms = new ArrayList<>();

  @Test
  void isShownAndDoesNothing() throws JsonProcessingException {
    try (Chromium chromium = Chromium.start()) {
      Map<String, Appeal> appeals = new LinkedHashMap<>();
      int author = 880_001;
      for (Map.Entry<String, String> kind : KINDS.entrySet()) {
        String platform = kind.getKey();
        String id = platform.equals("whatsapp") ? "79" + author + "00" : "" + author++;
        appeals.put(platform, Appeal.by(platform, kind.getValue(), id, NAME, TEXT));
      }
      teach();
      tasklist(watched(chromium), appeals);
      cockpit(watched(chromium), appeals);
      pages(watched(chromium));
    }
    assertThat(alarms).isEmpty();
  }

  private Page watched(Chromium chromium) {
    Page page = chromium.page();
    page.onDialog(
        dialog -> {
          alarms.add(page.url() + " dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (request.url().contains("canary.invalid")) {
            alarms.add(page.url() + " asks for " + request.url());
          }
        });
    return page;
  }

  private static void teach() {
    String question = "\"Вопрос " + NAME.replace("\"", "\"\"") + "\"";
    String answer = "\"" + TEXT.replace("\"", "\"\"") + "\"";
    Desk.as("maria")
        .postFile(
            "/api/knowledge/import",
            "file",
            "вопросы.csv",
            ("Вопрос;Ответ\n" + question + ";" + answer + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void tasklist(Page page, Map<String, Appeal> appeals) throws JsonProcessingException {
    Moderator anna = new Moderator(page);
    anna.open();
    anna.signIn("anna", "sandbox");
    page.locator(".task-filter").first().waitFor();
    for (Map.Entry<String, Appeal> appeal : appeals.entrySet()) {
      String task = tasks(appeal.getValue()).get(0).path("id").asText();
      page.navigate("about:blank");
      page.navigate(Desk.address() + Moderator.TASKLIST + "#/?task=" + task);
      assertThat(anna.conversation()).containsText(MARK);
      quiet(page);
      Chromium.picture(page, "strangers-tasklist-" + appeal.getKey());
    }
  }

  private void cockpit(Page page, Map<String, Appeal> appeals) throws JsonProcessingException {
    page.navigate(Desk.address() + "/camunda/app/cockpit/default/");
    new Moderator(page).signIn("elena", "sandbox");
    page.locator(".processes-dashboard, .process-dashboard, .dashboard").first().waitFor();
    for (Appeal appeal : appeals.values()) {
      JsonNode task = tasks(appeal).get(0);
      page.navigate(
          Desk.address()
              + "/camunda/app/cockpit/default/#/process-instance/"
              + task.path("processInstanceId").asText()
              + "/runtime");
      page.locator(".djs-container svg .djs-element").first().waitFor();
      quiet(page);
    }
    Chromium.picture(page, "strangers-cockpit");
  }

  private void pages(Page page) {
    page.navigate(Desk.address() + Moderator.TASKLIST);
    new Moderator(page).signIn("maria", "sandbox");
    page.locator(".task-filter").first().waitFor();
    for (String path :
        List.of(
            "/channels",
            "/incidents",
            "/knowledge",
            "/people",
            "/people#vk/880002",
            "/advocates",
            "/contact-center",
            "/rules",
            "/sandbox")) {
      page.navigate(Desk.address() + path);
      page.waitForLoadState(LoadState.LOAD);
      page.locator("body").waitFor();
      quiet(page);
      Chromium.picture(page, "strangers" + path.replaceAll("\\W", "-"));
    }
  }

  /** No link leads into code, whatever it looks like. */
  private static void quiet(Page page) {
    page.waitForFunction("() => document.readyState === 'complete'");
    assertThat(page.locator("a[href^='javascript' i], a[href^='data:' i], iframe[src*='canary']"))
        .hasCount(0);
  }

  private static JsonNode tasks(Appeal appeal) throws JsonProcessingException {
    return JSON.readTree(
        Desk.as("maria")
            .get("/engine-rest/task?processInstanceBusinessKey=" + appeal.caseId())
            .body());
  }
}
