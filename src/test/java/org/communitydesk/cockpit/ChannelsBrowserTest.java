package org.communitydesk.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@DeskTest
class ChannelsBrowserTest {

  private final Appeal appeal = Appeal.comment("vk", "Когда придёт кешбэк?").toReply();

  @AfterEach
  void healThePlatform() {
    Desk.as("admin").delete("/api/channels/vk/main/token");
    appeal.renewToken();
  }

  @Test
  void anAdministratorFindsTheRedChannelAndReplacesItsKey() {
    try (Chromium chromium = Chromium.start()) {
      appeal.fault("tokenExpired").reply("Здравствуйте! В течение пяти рабочих дней.");
      Page page = chromium.page();
      page.navigate(Desk.address() + "/camunda/app/cockpit/default/");
      page.locator("input[type=text]").fill("admin");
      page.locator("input[type=password]").fill("sandbox");
      page.locator("button[type=submit]").click();
      page.locator("a", new Page.LocatorOptions().setHasText("Каналы")).first().click();

      Locator vk = page.locator(".card[data-key='vk/main']");
      assertThat(vk).hasAttribute("data-state", "RED");
      assertThat(vk.locator(".reason")).containsText("ВКонтакте, ошибка");
      assertThat(vk.locator("button")).hasCount(2);
      page.setViewportSize(1280, 900);
      Chromium.picture(page, "channels-1280");
      page.setViewportSize(400, 900);
      Chromium.picture(page, "channels-400");

      vk.locator("button").first().click();
      assertThat(vk).hasAttribute("data-state", "RED");
      Desk.asNobody().post("/sandbox/api/vk/token", "{}");
      vk.locator("button").last().click();
      page.locator("dialog input[name=token]").fill("sandbox-token");
      page.locator("dialog button.main").click();
      assertThat(page.locator("dialog")).isHidden();
      assertThat(vk).hasAttribute("data-state", "GREEN");
      assertThat(page.locator("#matrix tbody tr")).hasCount(22);
    }
  }
}
