package org.communitydesk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class CockpitBrowserTest {

  @Autowired RepositoryService repository;

  @Test
  void aManagerSeesWhereTheCasesStand() {
    try (Chromium chromium = Chromium.start()) {
      Appeal.comment("vk", "Почему банкомат не отдаёт карту?")
          .toReply()
          .submit(
              "anna",
              "prepareReply",
              Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Почему?"));
      Appeal.comment("vk", "Верните деньги").toReply().reply("Мы вернём вам деньги.");

      Page page = chromium.page();
      page.navigate(Desk.address() + "/camunda/app/cockpit/default/");
      page.locator("input[type=text]").fill("elena");
      page.locator("input[type=password]").fill("sandbox");
      page.locator("button[type=submit]").click();
      assertThat(page.locator(".processes-dashboard, .process-dashboard, .dashboard").first())
          .isVisible();
      for (String process :
          List.of("appeal", "scheme-1-constructive", "contact-center-request", "publish-reply")) {
        String id =
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        page.navigate(
            Desk.address()
                + "/camunda/app/cockpit/default/#/process-definition/"
                + id
                + "/runtime");
        assertThat(page.locator(".djs-container svg .djs-element").first()).isVisible();
        assertThat(counted(page, "\\d|…|\\.\\.\\.")).isVisible();
        Chromium.picture(page, "cockpit-" + process);
        if (process.equals("scheme-1-constructive")) {
          lookInside(page, "contactCenterRequest");
        }
      }
    }
  }

  private static void lookInside(Page page, String level) {
    page.locator(".djs-overlays[data-container-id='" + level + "'] .bjs-drilldown").click();
    assertThat(counted(page, "\\d")).isVisible();
    Chromium.picture(page, "cockpit-inside");
    page.locator(".bjs-breadcrumbs li a").first().click();
    assertThat(counted(page, "…|\\.\\.\\.")).isVisible();
  }

  /** Cockpit counts at each node, and puts dots where the nodes of a level are counted inside. */
  private static Locator counted(Page page, String text) {
    return page.locator(
            ".djs-overlays .activity-bottom-left-position:visible",
            new Page.LocatorOptions().setHasText(Pattern.compile(text)))
        .first();
  }
}
