package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody has typed into a form is lost only by their own hand, and not even then. */
@DeskTest
class DraftBrowserTest {

  private static final String TEXT =
      "Здравствуйте! Кешбэк приходит в течение пяти рабочих дней после покупки.";

  private static Chromium chromium;
  private Page page;
  private Moderator anna;
  private final List<String> puts = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startTheBrowser() {
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  static void closeTheBrowser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openTasklist() {
    Appeal.reset();
    anna = signedIn("anna");
    page = anna.page();
  }

  private Moderator signedIn(String person) {
    Page fresh = chromium.page();
    fresh.onRequest(this::note);
    Moderator moderator = new Moderator(fresh);
    moderator.open();
    moderator.signIn(person, "sandbox");
    assertThat(fresh.locator(".app-menu li.account")).isVisible();
    return moderator;
  }

  private void note(Request request) {
    if (request.method().equals("PUT") && request.url().contains("/draft")) {
      puts.add(request.postData());
    }
  }

  @Test
  void theAnswerOutlivesReloadOtherTasksAndOtherBrowsers() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    Appeal other = Appeal.comment("vk", "Где моя карта?").toReply();
    String task = appeal.task("anna", "prepareReply");
    anna.openTask("anna", task);
    types(page, reply(page), TEXT);
    page.reload();
    assertThat(reply(page)).hasValue(TEXT);
    anna.openTask("anna", other.task("anna", "prepareReply"));
    assertThat(reply(page)).hasValue("");
    page.waitForTimeout(1_500);
    anna.openTask("anna", task);
    assertThat(reply(page)).hasValue(TEXT);
    page.getByText("Нет, спрошу контактный центр").click();
    assertThat(reply(page)).hasCount(0);
    page.getByText("Да, отвечаю").click();
    assertThat(reply(page)).hasValue(TEXT);
    Moderator elsewhere = signedIn("anna");
    elsewhere.openTask("anna", task);
    assertThat(reply(elsewhere.page())).hasValue(TEXT);
    elsewhere.page().waitForTimeout(1_500);
    assertThat(draft(appeal)).isEqualTo(TEXT);
    assertThat(puts).isNotEmpty().allSatisfy(put -> assertThat(put).contains("Здравствуйте"));
  }

  @Test
  void whatThePersonWipesTheyBringBack() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    String task = appeal.task("anna", "prepareReply");
    anna.openTask("anna", task);
    types(page, reply(page), TEXT);
    types(page, reply(page), "");
    assertThat(draft(appeal)).isEmpty();
    page.reload();
    anna.button("Вернуть черновик").click();
    Chromium.picture(page, "tasklist-earlier-drafts");
    page.waitForResponse(
        answer -> answer.url().contains("/drafts/replyText") && answer.ok(),
        () ->
            page.locator(".desk-drafts li button")
                .filter(new Locator.FilterOptions().setHasText("Кешбэк приходит"))
                .click());
    assertThat(reply(page)).hasValue(TEXT);
    assertThat(draft(appeal)).isEqualTo(TEXT);
  }

  @Test
  void twoBrowsersKeepBothTextsAndSaySo() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    String task = appeal.task("anna", "prepareReply");
    anna.openTask("anna", task);
    Moderator elsewhere = signedIn("anna");
    elsewhere.openTask("anna", task);
    assertThat(reply(elsewhere.page())).hasValue("");
    elsewhere.page().waitForTimeout(1_000);
    types(page, reply(page), TEXT);
    reply(elsewhere.page()).fill("Совсем другой ответ из второго окна.");
    Locator told = elsewhere.page().locator(".desk-draft-conflict");
    assertThat(told).containsText("изменили в другом окне (anna");
    Chromium.picture(elsewhere.page(), "tasklist-draft-conflict");
    assertThat(reply(elsewhere.page())).hasValue("Совсем другой ответ из второго окна.");
    assertThat(draft(appeal)).isEqualTo(TEXT);
    told.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Взять тот")).click();
    assertThat(reply(elsewhere.page())).hasValue(TEXT);
    elsewhere.button("Вернуть черновик").click();
    assertThat(elsewhere.page().locator(".desk-drafts li"))
        .containsText(new String[] {"Совсем другой ответ из второго окна."});
  }

  @Test
  void aColleagueGoesOnWithTheDraft() {
    Appeal appeal = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    String task = appeal.task("anna", "prepareReply");
    anna.openTask("anna", task);
    types(page, reply(page), TEXT);
    Desk.as("anna").post("/engine-rest/task/" + task + "/unclaim", "{}");
    Moderator boris = signedIn("boris");
    boris.openTask("boris", task);
    assertThat(reply(boris.page())).hasValue(TEXT);
  }

  @Test
  void everyLongFieldIsKept() {
    Appeal appeal = Appeal.comment("vk", "Почему банкомат не принимает карту?").toReply();
    anna.openTask("anna", appeal.task("anna", "prepareReply"));
    page.getByText("Нет, спрошу контактный центр").click();
    keeps(anna, "Вопрос контактному центру", "Работает ли банкомат на Ленина, 5?");
    appeal.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Работает ли?"));
    Moderator olga = signedIn("olga");
    olga.openTask("olga", appeal.task("olga", "answerRequest"));
    keeps(olga, "Ответ", "Да, банкомат на Ленина, 5 работает круглосуточно.");
    Appeal forbidden = Appeal.comment("vk", "Что вы думаете о выборах?").toReply();
    forbidden.reply("Голосуйте за нашего депутата, он поможет.");
    anna.openTask("anna", forbidden.task("anna", "fixReply"));
    assertThat(page.locator("textarea").first()).hasValue(Pattern.compile("депутата"));
    keeps(anna, "Текст ответа", "Мы пишем только о карте, спасибо за понимание.");
  }

  private void keeps(Moderator moderator, String label, String text) {
    Page at = moderator.page();
    Locator field = at.locator("textarea:visible").first();
    types(at, field, text);
    at.reload();
    if (label.startsWith("Вопрос")) {
      at.getByText("Нет, спрошу контактный центр").click();
    }
    assertThat(at.locator("textarea:visible").first()).hasValue(text);
  }

  private static Locator reply(Page at) {
    return at.locator("textarea[id$='-replyTextField']");
  }

  /** As a person types, until the server holds it. */
  private static void types(Page at, Locator field, String text) {
    assertThat(field).isEnabled();
    at.waitForTimeout(700);
    at.waitForResponse(
        answer ->
            answer.request().method().equals("PUT")
                && answer.url().contains("/draft")
                && answer.ok(),
        () -> field.fill(text));
  }

  private static String draft(Appeal appeal) {
    return appeal.file().at("/draft/text").asText();
  }
}
