package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.communitydesk.support.Desk;

/** Somebody who works in Tasklist. */
record Moderator(Page page) {

  static final String TASKLIST = "/camunda/app/tasklist/default/";

  void signIn(String person, String password) {
    page.locator("input[type=text]").fill(person);
    page.locator("input[type=password]").fill(password);
    page.locator("button[type=submit]").click();
  }

  void open() {
    page.navigate(Desk.address() + TASKLIST);
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** Opens a queue; the first one opens by itself, and a click on it would meet its loading. */
  void filter(String name) {
    Locator queue = page.locator(".task-filter", new Page.LocatorOptions().setHasText(name));
    queue.waitFor();
    if (!queue.getAttribute("class").contains("active")) {
      queue.click();
    }
  }

  /**
   * Opens a task that is theirs by then, by the link that «Ссылка на задачу» gives. Who has just
   * completed the step before gets it without asking, sooner or later: so nothing is pressed here.
   */
  void openTask(String person, String id) {
    page.navigate("about:blank");
    String claim = "{\"userId\":\"%s\"}".formatted(person);
    Desk.as(person).post("/engine-rest/task/" + id + "/claim", claim);
    page.navigate(Desk.address() + TASKLIST + "#/?task=" + id);
    assertThat(button("Завершить"))
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(30_000));
  }

  /** The card of the task whose user began with these words, on whatever page of the list. */
  Locator card(String firstWords) {
    Locator cards = page.locator("ol.tasks-list > li.task");
    cards.first().waitFor();
    Locator card = cards.filter(new Locator.FilterOptions().setHasText(firstWords));
    Locator next = page.locator(".pagination-next:not(.disabled) a");
    // What users said comes onto the cards a moment after the cards themselves.
    for (int pages = 0; pages < 20 && !appears(card) && next.isVisible(); pages++) {
      next.click();
    }
    return card;
  }

  private static boolean appears(Locator card) {
    try {
      card.waitFor(new Locator.WaitForOptions().setTimeout(5_000));
      return true;
    } catch (TimeoutError notHere) {
      return false;
    }
  }

  /**
   * Takes the open task; the form is then theirs. An answer that Tasklist had asked for before may
   * come late and show the task as free again: whoever sees that presses the button once more.
   */
  void take() {
    Locator claim = page.locator(".desk-claim button");
    claim.click();
    assertThat(page.locator(".desk-claim")).hasCount(0);
    if (claim.isVisible()) {
      claim.click();
      assertThat(page.locator(".desk-claim")).hasCount(0);
    }
    assertThat(button("Завершить")).isEnabled();
  }

  void choose(String answer) {
    page.locator(".fjs-container label")
        .getByText(answer, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  void complete() {
    button("Завершить").click();
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator title() {
    return page.locator("h2.task");
  }

  Locator conversation() {
    return page.locator(".desk-log");
  }

  @SuppressWarnings("unchecked")
  List<String> english() {
    return (List<String>) page.evaluate(English.SCRIPT);
  }
}
