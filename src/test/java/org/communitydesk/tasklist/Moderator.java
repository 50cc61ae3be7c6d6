package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
  }

  void filter(String name) {
    page.locator(".task-filter", new Page.LocatorOptions().setHasText(name)).click();
  }

  /** The card of the task whose user began with these words. */
  Locator card(String firstWords) {
    return page.locator(
        "ol.tasks-list > li.task", new Page.LocatorOptions().setHasText(firstWords));
  }

  /** Takes the open task; the form is then theirs. */
  void take() {
    page.locator(".desk-claim button").click();
    assertThat(page.locator(".desk-claim")).hasCount(0);
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
