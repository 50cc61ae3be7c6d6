package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

@DeskTest
class AdvocateBrowserTest {

  private static final String DISCLOSURE = "Я сотрудник платёжной системы «Мир».";

  private final String account = "id" + System.nanoTime();

  @Test
  void anAdvocateIsRegisteredWithADisclosure() {
    try (Chromium chromium = Chromium.start()) {
      register(chromium.page());
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
}
