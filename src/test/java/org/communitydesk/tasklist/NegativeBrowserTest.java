package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/** A negative appeal on its whole way, each person at a screen of their own. */
@DeskTest
class NegativeBrowserTest {

  private static final String DISCLOSURE = "Я сотрудник платёжной системы «Мир».";
  private static final String PROMISE = "Мы вернём вам деньги.";
  private static final String MENDED = "Мы вернём вам деньги, как только банк подтвердит платёж.";
  private static final String FOUND = "Мы нашли ваш платёж, он в обработке.";

  private final Map<String, Moderator> people = new HashMap<>();

  @Test
  void isApprovedAskedAboutAnsweredAgainHandedToAnAdvocateAndClosed() {
    Appeal.reset();
    try (Chromium chromium = Chromium.start()) {
      for (String person : new String[] {"anna", "olga", "maria", "ivan"}) {
        people.put(person, signedIn(chromium.page(), person));
      }
      String account = registerAdvocate();
      Appeal appeal = Appeal.comment("vk", "Третий день жду деньги, безобразие!");
      work(appeal, "anna", "classifyAppeal", "Конструктивный негатив", null);
      work(appeal, "anna", "prepareOfficialReply", "Да, отвечаю", PROMISE);
      work(appeal, "maria", "approveReply", "Вернуть с замечанием", "Скажите, когда.");
      work(appeal, "anna", "fixReply", "Публикуем исправленный", MENDED);
      work(appeal, "maria", "approveReply", "Согласовано", null);
      assertThat(appeal.answers()).containsExactly(MENDED);

      appeal.write("Отписка! Так и не помогли.");
      work(appeal, "anna", "judgeReaction", "Нет, нужен следующий шаг", null);
      work(appeal, "anna", "prepareOfficialReply", "Нет, спрошу контактный центр", "Где платёж?");
      work(appeal, "olga", "answerRequest", null, "Платёж найден, он в обработке.");
      work(appeal, "anna", "prepareOfficialReply", "Да, отвечаю", FOUND);
      appeal.write("Опять отписка, ничего не пришло!");
      work(appeal, "anna", "judgeReaction", "Нет, нужен следующий шаг", null);
      work(appeal, "maria", "decideAdvocate", "Да", null);
      handIn(appeal, account);

      assertThat(appeal.answers()).containsExactly(MENDED, FOUND);
      assertThat(appeal.file().path("timeline").findValuesAsText("what"))
          .contains("ADVOCATE_POSTED");
      appeal.write("Вот теперь понятно.");
      work(appeal, "anna", "judgeReaction", "Да, человек доволен или вопрос решён", null);
      assertThat(appeal.file().path("state").asText()).isEqualTo("CLOSED");
    }
  }

  private static Moderator signedIn(Page page, String name) {
    Moderator person = new Moderator(page);
    person.open();
    person.signIn(name, "sandbox");
    page.locator(".task-filter").first().waitFor();
    return person;
  }

  private static String registerAdvocate() {
    String account = "id" + System.nanoTime();
    String advocate =
        """
        {"name":"Иван Орлов","platform":"vk","accountId":"%s","disclosure":"%s",
         "consentFrom":"2026-01-01","consentUntil":"2098-12-31"}
        """
            .formatted(account, DISCLOSURE);
    assertThat(Desk.as("maria").post("/api/advocates", advocate).statusCode()).isBetween(200, 201);
    return account;
  }

  private void work(Appeal appeal, String name, String task, String choice, String text) {
    Moderator person = opened(appeal, name, task);
    if (choice != null) {
      person.choose(choice);
    }
    if (text != null) {
      person.page().locator(".fjs-container textarea").last().fill(text);
    }
    complete(person);
  }

  private Moderator opened(Appeal appeal, String name, String task) {
    Moderator person = people.get(name);
    person.openTask(name, appeal.task(name, task));
    assertThat(person.conversation()).containsText("Третий день жду деньги");
    return person;
  }

  private static void complete(Moderator person) {
    person
        .page()
        .waitForResponse(
            answer -> answer.url().endsWith("/submit-form") && answer.ok(), person::complete);
    Appeal.idle();
  }

  private void handIn(Appeal appeal, String account) {
    Moderator ivan = opened(appeal, "ivan", "supportAsAdvocate");
    Page page = ivan.page();
    page.setViewportSize(1366, 1100);
    page.locator(".fjs-select-display, .fjs-select-container input").first().click();
    page.locator(".fjs-dropdownlist-item")
        .filter(new Locator.FilterOptions().setHasText(account))
        .click();
    page.locator(".fjs-container input[type=text]").last().fill("https://vk.com/wall-1000001_1");
    page.locator(".fjs-container textarea").fill("Помогу разобраться. " + DISCLOSURE);
    Chromium.picture(page, "tasklist-advocate");
    complete(ivan);
  }
}
