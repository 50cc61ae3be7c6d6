package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import java.util.stream.IntStream;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed into any form stays through F5, another task and another browser. */
@DeskTest
class FormDraftsBrowserTest {

  private static final String TEXT = "Здравствуйте! Мы нашли ваш платёж, деньги придут завтра.";
  private static final String OTHER = "Совсем другие слова, написанные поверх прежних.";

  private static Chromium chromium;

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
  void anEmptyDesk() {
    Appeal.reset();
  }

  @Test
  void theOfficialReplyTheAdvocatesFormAndTheRemark() {
    Appeal negative = angry();
    Appeal other = angry();
    Moderator anna = signedIn("anna");
    String task = negative.task("anna", "prepareOfficialReply");
    anna.openTask("anna", task);
    Locator field = anna.page().locator("textarea[id$='-replyTextField']");
    types(anna.page(), field, TEXT);
    anna.page().reload();
    assertThat(field).hasValue(TEXT);
    anna.openTask("anna", other.task("anna", "prepareOfficialReply"));
    assertThat(field).hasValue("");
    anna.openTask("anna", task);
    assertThat(field).hasValue(TEXT);
    wipesAndBringsBack(anna, field);

    toTheAdvocates(other);
    Moderator ivan = signedIn("ivan");
    ivan.openTask("ivan", other.task("ivan", "supportAsAdvocate"));
    Locator words = ivan.page().locator(".fjs-container textarea");
    Locator address = ivan.page().locator(".fjs-container input[type=text]").last();
    types(ivan.page(), words, TEXT);
    types(ivan.page(), address, "https://vk.com/wall-1000001_1");
    ivan.page().reload();
    assertThat(words).hasValue(TEXT);
    assertThat(address).hasValue("https://vk.com/wall-1000001_1");

    negative.passTime("PT31M").passTime("PT30M");
    Moderator maria = signedIn("maria");
    String breach = negative.taskIds("decideBreach").get(0);
    maria.openTask("maria", breach);
    Locator remark = maria.page().locator(".fjs-container textarea").first();
    types(maria.page(), remark, TEXT);
    maria.page().reload();
    assertThat(remark).hasValue(TEXT);
    Moderator elsewhere = signedIn("maria");
    elsewhere.openTask("maria", breach);
    assertThat(elsewhere.page().locator(".fjs-container textarea").first()).hasValue(TEXT);
  }

  @Test
  void theCommonAnswerOfAnIncident() {
    String complaint = "Карта Мир не работает, оплата не проходит!";
    IntStream.range(0, 11).forEach(i -> Appeal.comment("vk", complaint));
    String all = Desk.as("maria").get("/api/incidents").body();
    String id = all.replaceFirst("(?s).*?\"id\":(\\d+).*", "$1");
    Page page = signedIn("maria").page();
    page.navigate(Desk.address() + "/incidents#" + id);
    Locator text = page.locator("#text");
    types(page, text, TEXT);
    page.reload();
    assertThat(text).hasValue(TEXT);
    page.navigate(Desk.address() + "/incidents#");
    page.navigate(Desk.address() + "/incidents#" + id);
    assertThat(text).hasValue(TEXT);
    Page elsewhere = signedIn("maria").page();
    elsewhere.navigate(Desk.address() + "/incidents#" + id);
    assertThat(elsewhere.locator("#text")).hasValue(TEXT);
    types(page, text, "");
    page.reload();
    assertThat(text).hasValue("");
    page.locator("#before summary").click();
    page.locator("#before button").first().click();
    assertThat(text).hasValue(TEXT);
  }

  private static void wipesAndBringsBack(Moderator person, Locator field) {
    types(person.page(), field, OTHER);
    person.page().reload();
    person.button("Вернуть черновик").click();
    person
        .page()
        .locator(".desk-drafts li button")
        .filter(new Locator.FilterOptions().setHasText("нашли ваш платёж"))
        .click();
    assertThat(field).hasValue(TEXT);
  }

  private static Appeal angry() {
    return Appeal.comment("vk", "Третий день жду деньги, безобразие!")
        .classify("CONSTRUCTIVE_NEGATIVE");
  }

  private static void toTheAdvocates(Appeal appeal) {
    for (String answer : new String[] {"Разбираемся.", "Мы нашли ваш платёж."}) {
      appeal.submit(
          "anna", "prepareOfficialReply", Map.of("replyDecision", "REPLY", "replyText", answer));
      appeal.write("Отписка! " + answer);
      appeal.submit("anna", "judgeReaction", Map.of("reactionSettled", false));
    }
    appeal.submit("maria", "decideAdvocate", Map.of("useAdvocate", true));
  }

  private static Moderator signedIn(String person) {
    Moderator moderator = new Moderator(chromium.page());
    moderator.open();
    moderator.signIn(person, "sandbox");
    assertThat(moderator.page().locator(".app-menu li.account")).isVisible();
    return moderator;
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
}
