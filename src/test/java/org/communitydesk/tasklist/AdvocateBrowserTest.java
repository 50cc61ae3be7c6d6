package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

@DeskTest
class AdvocateBrowserTest {

  private static final String DISCLOSURE = "Я сотрудник платёжной системы «Мир».";

  private final String account = "id" + System.nanoTime();

  @Test
  void aRegisteredAdvocateHandsInAPost() {
    try (Chromium chromium = Chromium.start()) {
      register(chromium.page());
      handIn(chromium.page(), handedToAnAdvocate());
    }
  }

  private void register(Page page) {
    Moderator maria = new Moderator(page);
    maria.open();
    maria.signIn("maria", "sandbox");
    page.locator(".task-filter").first().waitFor();
    page.navigate(Desk.address() + "/advocates");
    page.locator("#add").click();
    Locator form = page.locator("#register form");
    form.locator("[name=name]").fill("Иван Орлов");
    form.locator("[name=platform]").selectOption("vk");
    form.locator("[name=accountId]").fill(account);
    form.locator("[name=disclosure]").fill("Скажу как обычный клиент.");
    form.locator("[name=consentFrom]").fill("2026-01-01");
    form.locator("[name=consentUntil]").fill("2098-12-31");
    form.locator("button.main").click();
    assertThat(form.locator(".fault")).containsText("«фраза о связи с брендом»");
    Chromium.picture(page, "advocates-refused");
    form.locator("[name=disclosure]").fill(DISCLOSURE);
    form.locator("button.main").click();
    Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText(account));
    assertThat(card).hasAttribute("data-state", "ACTIVE");
    card.locator("button").first().click();
    page.locator("#prolong [name=consentUntil]").fill("2099-01-31");
    page.locator("#prolong button.main").click();
    assertThat(card).containsText("31 января 2099");
    page.setViewportSize(1280, 900);
    Chromium.picture(page, "advocates-1280");
    page.setViewportSize(400, 900);
    Chromium.picture(page, "advocates-400");
  }

  private void handIn(Page page, Appeal appeal) {
    Moderator ivan = new Moderator(page);
    page.setViewportSize(1366, 1100);
    ivan.open();
    ivan.signIn("ivan", "sandbox");
    ivan.filter("Адвокаты бренда");
    ivan.card(account).click();
    assertThat(ivan.conversation()).containsText("Отписка");
    ivan.take();
    assertThat(page.locator(".fjs-container")).containsText(DISCLOSURE);
    page.locator(".fjs-select-display, .fjs-select-container input").first().click();
    page.locator(".fjs-dropdownlist-item")
        .filter(new Locator.FilterOptions().setHasText(account))
        .click();
    page.locator(".fjs-container input[type=text]").last().fill("https://vk.com/wall-1000001_1");
    page.locator(".fjs-container textarea").fill("Помогу разобраться. " + DISCLOSURE);
    Chromium.picture(page, "tasklist-advocate");
    page.waitForResponse(
        answer -> answer.url().endsWith("/submit-form") && answer.ok(), ivan::complete);
    Appeal.idle();
    assertThat(appeal.file().path("timeline").findValuesAsText("what")).contains("ADVOCATE_POSTED");
  }

  private Appeal handedToAnAdvocate() {
    Appeal appeal =
        Appeal.comment("vk", "Третий день жду, безобразие! Мой счёт " + account)
            .classify("CONSTRUCTIVE_NEGATIVE");
    for (String answer : new String[] {"Разбираемся.", "Мы нашли ваш платёж."}) {
      appeal.submit(
          "anna", "prepareOfficialReply", Map.of("replyDecision", "REPLY", "replyText", answer));
      appeal.write("Отписка! Так и не помогли.");
      appeal.submit("anna", "judgeReaction", Map.of("reactionSettled", false));
    }
    return appeal.submit("maria", "decideAdvocate", Map.of("useAdvocate", true));
  }
}
