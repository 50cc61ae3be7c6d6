package org.communitydesk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

@DeskTest
class PeopleBrowserTest {

  private final String id = String.valueOf(800_000_000L + System.nanoTime() % 100_000_000L);
  private final String name = "Савелий" + id;

  @Test
  void anAdministratorFindsAPersonAndErasesThem() {
    Appeal.by("vk", "comment", id, name, "Когда начислят кешбэк?").toReply();
    Appeal.by("vk", "private", id, name, "<b>Ещё</b> вопрос");
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.page();
      signIn(page, "maria");
      page.navigate(Desk.address() + "/people");
      search(page, name);
      assertThat(page.locator(".card")).containsText("Обращения");
      assertThat(page.locator(".card button.danger")).hasCount(0);
      signIn(page, "admin");
      page.navigate(Desk.address() + "/people");
      search(page, name.toUpperCase(Locale.ROOT));
      Locator card = page.locator(".card");
      assertThat(card).containsText("Обращения");
      page.setViewportSize(1280, 900);
      Chromium.picture(page, "people-1280");
      card.locator("button.danger").click();
      page.locator("#erase [name=id]").fill("другой");
      page.locator("#erase button.main").click();
      assertThat(page.locator("#erase .fault")).containsText(id);
      Chromium.picture(page, "people-erase");
      page.locator("#erase [name=id]").fill(id);
      page.locator("#erase button.main").click();
      assertThat(page.locator(".nobody")).isVisible();
      assertThat(page.locator("#journal tbody tr").first()).containsText("admin");
      page.setViewportSize(400, 900);
      Chromium.picture(page, "people-400");
    }
  }

  private static void search(Page page, String q) {
    page.locator("#search [name=q]").fill(q);
    page.locator("#search button").click();
  }

  private static void signIn(Page page, String person) {
    byte[] login = (person + ":sandbox").getBytes(StandardCharsets.UTF_8);
    page.setExtraHTTPHeaders(
        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
  }
}
