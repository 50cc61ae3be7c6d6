package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.ContactCenter;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/** Answers from outside that found no request are sorted out by a supervisor. */
@DeskTest
class ContactCenterBrowserTest {

  private static final String HOSTILE = "<img src=x onerror=window.hacked=1>";

  private final String mark = String.valueOf(System.nanoTime());

  @Test
  void aSupervisorGivesAnAnswerToItsRequestAndLaysAnotherAside() {
    Appeal appeal = asked("telegram", "Работает ли банкомат на Ленина, 1? " + HOSTILE);
    Appeal inTasklist = asked("vk", "Работает ли банкомат на Мира, 2?");
    String request =
        ContactCenter.calls(appeal.caseId()).get(0).json().at("/data/requestId").asText();
    comes("Да, работает, " + mark + ". " + HOSTILE);
    comes("Спасибо за обращение! " + mark);
    assertThat(Desk.as("anna").get("/contact-center").statusCode()).isEqualTo(403);
    assertThat(Desk.as("anna").get("/api/contact-center/requests?open").statusCode())
        .isEqualTo(403);
    assertThat(Desk.as("maria").get("/api/contact-center/requests?open").body())
        .contains("\"caseId\":\"" + appeal.caseId() + "\"")
        .doesNotContain("\"caseId\":\"" + inTasklist.caseId() + "\"");
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.page();
      Moderator maria = new Moderator(page);
      maria.open();
      maria.signIn("maria", "sandbox");
      Locator way = page.locator(".desk-channels a[href$='/contact-center']");
      assertThat(way).containsText("Ответы не разобраны");
      Chromium.picture(page, "contact-center-tasklist");
      way.click();
      page.setViewportSize(1280, 900);
      assign(page, request);
      dismiss(page);
      page.setViewportSize(400, 900);
      Chromium.picture(page, "contact-center-400");
      assertThat(page.evaluate("window.hacked")).isNull();
    }
    Appeal.idle();
    assertThat(appeal.file().at("/draft/text").asText()).contains("Да, работает", HOSTILE);
    assertThat(appeal.tasks()).contains("prepareReply");
  }

  private void assign(Page page, String request) {
    Locator answer = answer(page, "Да, работает, " + mark);
    assertThat(answer).containsText("У нас нет запроса с номером 999999999");
    assertThat(answer).containsText(HOSTILE);
    assertThat(page.locator("main img")).hasCount(0);
    Chromium.picture(page, "contact-center-1280");
    answer.locator("button.main").click();
    page.locator("#assign button.main").click();
    assertThat(page.locator("#assign .fault")).hasText("Выберите запрос.");
    page.locator("#find").fill("такого нет нигде");
    assertThat(page.locator("#requests")).containsText("Такого запроса нет");
    page.locator("#find").fill("банкомат на ленина");
    Locator choice = page.locator("#requests li[data-id='" + request + "']");
    assertThat(choice).containsText(HOSTILE);
    choice.locator("input").check();
    Chromium.picture(page, "contact-center-assign");
    page.locator("#assign button.main").click();
    assertThat(page.locator("#news")).containsText("черновиком для модератора");
    assertThat(answer).hasCount(0);
  }

  private void dismiss(Page page) {
    Locator answer = answer(page, "Спасибо за обращение! " + mark);
    answer.getByText("Это не ответ…").click();
    Chromium.picture(page, "contact-center-sure");
    page.locator("#sure button.main").click();
    assertThat(answer).hasCount(0);
  }

  private static Locator answer(Page page, String words) {
    return page.locator("article").filter(new Locator.FilterOptions().setHasText(words));
  }

  private void comes(String text) {
    String call = ContactCenter.answer("999999999", text);
    String id = "outside-" + System.nanoTime();
    assertThat(ContactCenter.call(ContactCenter.SECRET, id, call).statusCode()).isEqualTo(404);
  }

  private static Appeal asked(String platform, String question) {
    return Appeal.comment(platform, "Почему банкомат не принимает карту?")
        .toReply()
        .submit(
            "anna",
            "prepareReply",
            Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", question));
  }
}
