package org.communitydesk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DeskTest
class ChannelsBrowserTest {

  private Appeal appeal;

  @BeforeEach
  void writeToTheBrand() {
    appeal = Appeal.comment("vk", "Когда придёт кешбэк?").toReply();
  }

  @AfterEach
  void healThePlatform() {
    Desk.as("admin").delete("/api/channels/vk/main/token");
    Desk.as("admin").put("/api/publishing", "{\"stopped\":false}");
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
      assertThat(vk.locator("button")).hasCount(3);
      page.setViewportSize(1280, 900);
      Chromium.picture(page, "channels-1280");
      page.setViewportSize(400, 900);
      Chromium.picture(page, "channels-400");

      vk.locator("button").first().click();
      assertThat(vk).hasAttribute("data-state", "RED");
      Desk.asNobody().post("/sandbox/api/vk/token", "{}");
      vk.locator("button").nth(1).click();
      page.locator("dialog input[name=token]").fill("sandbox-token");
      page.locator("#replace button.main").click();
      assertThat(page.locator("#replace")).isHidden();
      assertThat(vk).hasAttribute("data-state", "GREEN");
      assertThat(page.locator("#matrix tbody tr")).hasCount(26);
      aSupervisorStopsPublishing(chromium.page());
    }
  }

  private void aSupervisorStopsPublishing(Page page) {
    Appeal waiting = Appeal.comment("vk", "Где мой кешбэк?").toReply();
    Appeal dropped = Appeal.comment("telegram", "Где моя карта?").toReply();
    page.navigate(Desk.address() + "/camunda/app/tasklist/default/");
    page.locator("input[type=text]").fill("maria");
    page.locator("input[type=password]").fill("sandbox");
    page.locator("button[type=submit]").click();
    Locator link = page.locator(".desk-channels a[href$='/channels']");
    assertThat(link).hasText("Каналы");
    link.click();

    page.getByText("Остановить всё…").click();
    Chromium.picture(page, "publishing-why");
    page.locator("#why input").fill("Проверяем жалобу");
    page.locator("#why button.main").click();
    assertThat(page.locator("#publishing")).containsText("Публикация остановлена во всех каналах");
    waiting.reply("Здравствуйте! В течение пяти рабочих дней.");
    dropped.reply("Здравствуйте! Карта в пути.");
    assertThat(page.locator("#waiting li")).hasCount(2);
    page.setViewportSize(1280, 900);
    Chromium.picture(page, "publishing-1280");
    page.setViewportSize(400, 900);
    Chromium.picture(page, "publishing-400");

    Locator reply = page.locator("#waiting li", new Page.LocatorOptions().setHasText("пяти"));
    reply.getByText("Выпустить").click();
    assertThat(reply).hasCount(0);
    page.getByText("Снять…").click();
    page.locator("#why button.main").click();
    assertThat(page.locator("#waiting")).isHidden();
    page.setViewportSize(1280, 900);
    page.goBack();
    assertThat(link).hasText("Публикация остановлена");
    Chromium.picture(page, "publishing-tasklist");
    link.click();
    page.getByText("Возобновить публикацию").click();
    assertThat(page.locator("#publishing")).containsText("Публикация идёт");
    Appeal.idle();
    org.assertj.core.api.Assertions.assertThat(waiting.answers()).hasSize(1);
    org.assertj.core.api.Assertions.assertThat(dropped.answers()).isEmpty();
  }
}
