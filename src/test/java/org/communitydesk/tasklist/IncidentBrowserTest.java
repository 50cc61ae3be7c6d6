package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor answers many appeals with one text on the page of incidents, and stops half-way. */
@DeskTest
class IncidentBrowserTest {

  private static final String COMPLAINT = "Карта Мир не работает, оплата не проходит!";
  private static final String HOSTILE = "<img src=x onerror=window.hacked=1> " + COMPLAINT;
  private static final String ANSWER =
      "{имя}, здравствуйте! Карты снова работают. "
          + "Если оплата не проходит, напишите нам: мы проверим именно ваш платёж. ".repeat(4);
  private static final String[] NAMES = {"Мария Лебедева", "Олег", "Сергей Ким", "Дарья", "Лев"};

  private final List<Appeal> appeals = new ArrayList<>();
  private final long authors = 700_000_000L + System.nanoTime() % 90_000_000L;

  @BeforeEach
  void anOutage() {
    Appeal.reset();
    write("vk", "<b>Пётр</b>", HOSTILE);
    write("x", "Инна", COMPLAINT);
    for (int i = 0; i < 11; i++) {
      write(i < 6 ? "vk" : "ok", NAMES[i % NAMES.length], COMPLAINT);
    }
    write("vk", "Антон", "Не работает карта Мир, оплата не проходит").toReply().reply("Работает.");
  }

  @AfterEach
  void publishAgain() {
    publish("/vk/main", false);
    publish("", false);
    Appeal.idle();
  }

  @Test
  void aCommonAnswerIsSeenAsItsReadersWillSeeItSentAndStopped() {
    assertThat(Desk.as("anna").get("/incidents").statusCode()).isEqualTo(403);
    long id = json(Desk.as("maria").get("/api/incidents").body()).get(0).path("id").asLong();
    String order = "{\"text\":\"Всё работает.\",\"caseIds\":[\"" + appeals.get(0).caseId() + "\"]}";
    String path = "/api/incidents/" + id;
    assertThat(Desk.as("admin").post(path + "/preview", order).statusCode()).isEqualTo(200);
    assertThat(Desk.as("admin").post(path + "/answer", order).statusCode()).isEqualTo(403);
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.page();
      fromTheTask(page, id);
      look(page, id);
      send(page);
      publish("", true);
      publish("/vk/main", true);
      approve(id);
      page.reload();
      seeItGoOutAndStopIt(page, id);
      assertThat(page.evaluate("window.hacked")).isNull();
    }
  }

  private static void fromTheTask(Page page, long id) {
    Moderator maria = new Moderator(page);
    maria.open();
    maria.signIn("maria", "sandbox");
    maria.filter("Согласование");
    maria.card("Ответить на массовую проблему").first().click();
    Locator link = page.locator(".desk-limits a");
    assertThat(link).hasAttribute("href", "/incidents#" + id);
    maria.take();
    assertThat(link).isVisible();
    assertThat(link).isInViewport();
    Chromium.picture(page, "incident-task");
    page.navigate(Desk.address() + "/knowledge");
    page.locator("nav a[href='/incidents']").click();
  }

  private void look(Page page, long id) {
    page.setViewportSize(1280, 900);
    Locator card = page.locator(".card[data-id='" + id + "']");
    assertThat(card).hasAttribute("data-state", "OPEN");
    assertThat(card).containsText(HOSTILE);
    Chromium.picture(page, "incidents-1280");
    card.locator("a").click();
    page.locator("button[value=none]").click();
    page.locator("#look").click();
    assertThat(page.locator("#answer .fault")).containsText("хотя бы одно");
    page.locator("button[value=all]").click();
    page.locator("#text").fill(ANSWER);
    page.locator("#look").click();
    assertThat(line(page, 2).locator(".sight")).containsText("Мария, здравствуйте!");
    assertThat(line(page, 0)).containsText(HOSTILE);
    assertThat(line(page, 0).locator(".sight")).containsText("Здравствуйте! Карты");
    assertThat(line(page, 1).locator(".problem")).containsText("длиннее");
    assertThat(line(page, 13).locator(".problem")).containsText("уже отвечено");
    assertThat(page.locator("#seen")).containsText("Получат ответ: 12, не получат: 2");
    assertThat(page.locator("main img")).hasCount(0);
    Chromium.picture(page, "incident-preview-1280");
    page.setViewportSize(400, 900);
    Chromium.picture(page, "incident-preview-400");
    page.setViewportSize(1280, 900);
    line(page, 12).locator("input").uncheck();
    assertThat(page.locator("#chosen")).containsText("13 из 14");
  }

  private static void send(Page page) {
    page.locator("#send").click();
    assertThat(page.locator("#sure h2")).containsText("Ответить 11 обращениям?");
    Chromium.picture(page, "incident-sure");
    page.locator("#sure button.main").click();
    assertThat(page.locator(".head .state")).hasText("на согласовании");
    assertThat(page.locator(".sight").first()).isVisible();
    Chromium.picture(page, "incident-approval-1280");
  }

  private void seeItGoOutAndStopIt(Page page, long id) {
    Locator counts = page.locator(".counts");
    assertThat(page.locator(".head .state")).hasText("рассылается");
    assertThat(counts).containsText("в пути: 9");
    assertThat(counts).containsText("ждут очереди: 2");
    publish("", false);
    assertThat(counts).containsText("опубликовано: 4");
    Chromium.picture(page, "incident-sending-1280");
    page.locator("#stop").click();
    page.locator("#sure button.main").click();
    assertThat(page.locator(".head .state")).hasText("ждёт ответа");
    assertThat(counts).containsText("остановлено: 2");
    assertThat(page.locator("[data-state=STOPPED]").first()).containsText("maria");
    page.evaluate("scrollTo(0, 0)");
    Chromium.picture(page, "incident-stopped-1280");
    publish("/vk/main", false);
    assertThat(counts).containsText("опубликовано: 9");
    JsonNode stopped = json(Desk.as("maria").get("/api/incidents/" + id).body());
    assertThat(stopped.path("counts").path("STOPPED").asInt()).isEqualTo(2);
    assertThat(appeals.get(12).answers()).isEmpty();
    assertThat(appeals.get(1).answers()).isEmpty();
  }

  private Locator line(Page page, int which) {
    return page.locator("#cases li[data-id='" + appeals.get(which).caseId() + "']");
  }

  private Appeal write(String platform, String name, String words) {
    String author = String.valueOf(authors + appeals.size());
    Appeal appeal = Appeal.by(platform, "comment", author, name, words);
    appeals.add(appeal);
    return appeal;
  }

  private static void publish(String account, boolean stopped) {
    String order = "{\"stopped\":" + stopped + ",\"reason\":\"Смотрим\"}";
    assertThat(Desk.as("maria").put("/api/publishing" + account, order).statusCode())
        .isEqualTo(200);
  }

  private static void approve(long id) {
    String tasks = "/engine-rest/task?taskDefinitionKey=approveIncidentAnswer";
    String task =
        json(Desk.as("admin").get(tasks + "&processInstanceBusinessKey=incident/" + id).body())
            .get(0)
            .path("id")
            .asText();
    String decision = "{\"variables\":{\"approvalDecision\":{\"value\":\"APPROVE\"}}}";
    String path = "/engine-rest/task/" + task + "/submit-form";
    assertThat(Desk.as("admin").post(path, decision).statusCode()).isEqualTo(204);
    Appeal.idle();
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError(body, unreadable);
    }
  }
}
