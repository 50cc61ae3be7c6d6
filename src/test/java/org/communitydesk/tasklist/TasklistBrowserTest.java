package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DeskTest
class TasklistBrowserTest {

  private static final String QUEUE = "Новые обращения";

  private static Chromium chromium;

  private Page page;
  private Moderator anna;

  @BeforeAll
  static void startTheBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openTasklist() {
    Appeal.reset();
    page = chromium.page();
    anna = new Moderator(page);
    anna.open();
  }

  @Test
  void answersAnAppealWithTheConversationBesideTheForm() {
    Appeal appeal = Appeal.comment("vk", "Где посмотреть список магазинов с кешбэком?");
    anna.signIn("anna", "sandbox");
    anna.filter(QUEUE);
    Locator card = anna.card("Где посмотреть список");
    assertThat(card).containsText("ВКонтакте");
    assertThat(card).containsText("через");
    assertThat(page).hasURL(Pattern.compile("sorting=.*dueDate"));
    Chromium.picture(page, "tasklist-queue");

    card.click();
    assertThat(anna.conversation()).containsText("Где посмотреть список магазинов с кешбэком?");
    assertThat(anna.conversation()).containsText("сегодня");
    anna.take();
    anna.choose("Конструктивное");
    anna.complete();

    assertThat(anna.title()).containsText("Подготовить ответ");
    assertThat(page.locator(".desk-claim")).hasCount(0);
    Locator reply = page.locator("textarea").first();
    page.locator(".desk-scripts input").fill("кешбэк");
    anna.button("Вставить в ответ").first().click();
    assertThat(reply).hasValue(Pattern.compile(".+", Pattern.DOTALL));
    reply.fill("Здравствуйте! Список магазинов есть на сайте прогрмамы, а депутат ни при чём.");
    assertThat(page.locator(".desk-hit-block")).containsText("«депутат»");
    assertThat(page.locator(".desk-marks mark")).hasText(new String[] {"прогрмамы", "депутат"});
    Chromium.picture(page, "tasklist-rules");
    anna.button("программы").click();
    assertThat(reply).hasValue(Pattern.compile("сайте программы, а депутат"));
    reply.fill("Здравствуйте! Список магазинов есть на сайте программы лояльности.");
    assertThat(page.locator(".desk-hit")).hasCount(0);
    Chromium.picture(page, "tasklist-reply");
    page.waitForResponse(
        answer -> answer.url().endsWith("/submit-form") && answer.ok(),
        () -> reply.press("Control+Enter"));

    Appeal.idle();
    assertThat(appeal.answers())
        .containsExactly("Здравствуйте! Список магазинов есть на сайте программы лояльности.");
  }

  @Test
  void announcesWhatTheUserWritesMeanwhile() {
    Appeal appeal = Appeal.comment("vk", "Карта не читается в терминале метро");
    openAsAnna("Карта не читается");
    appeal.write("И в автобусе тоже");
    assertThat(anna.conversation()).containsText("И в автобусе тоже");
    assertThat(page.locator(".desk-told")).hasText("Пользователь написал ещё");
    String further = appeal.send("И в метро тоже", null);
    assertThat(anna.conversation()).containsText("И в метро тоже", within(2_000));
    Appeal.idle();
    appeal.edit(further, "И в метро, и в трамвае");
    assertThat(page.locator(".desk-told")).hasText("Пользователь изменил сообщение");
    assertThat(anna.conversation()).containsText("И в метро, и в трамвае");
    Chromium.picture(page, "tasklist-told");
    appeal.delete(further);
    assertThat(page.locator(".desk-told")).hasText("Пользователь удалил сообщение");
    assertThat(anna.conversation()).containsText("удалено автором");
  }

  private static LocatorAssertions.ContainsTextOptions within(double millis) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
  }

  @Test
  void passesOnThatThePersonDoesNotAgree() {
    String spam = "Заработок без вложений от 60 000 рублей в день! Пиши в телеграм t.me/zarabotok";
    Appeal first = Appeal.comment("vk", spam).confirm("ADVERTISING");
    first.again(spam);
    openAsAnna("Заработок");
    page.getByText("Меры: 1").click();
    page.locator(".desk-complaint summary").click();
    page.locator(".desk-complaint textarea").fill("Пишет, что это не реклама");
    anna.button("Передать старшему смены").click();
    assertThat(page.locator(".desk-complaint small")).containsText("Передано");
    Appeal.idle();
    first.submit("maria", "reviewDispute", Map.of("disputeDecision", "UPHOLD"));
  }

  @Test
  void showsHostileTextAsText() {
    List<String> alarms = new ArrayList<>();
    page.onDialog(
        dialog -> {
          alarms.add(dialog.message());
          dialog.dismiss();
        });
    String hostile =
        "{{constructor.constructor('alert(1)')()}} <img src=x onerror=alert(2)> привет";
    Appeal.comment("vk", hostile);
    openAsAnna("привет");
    assertThat(anna.conversation()).containsText(hostile);
    assertThat(page.locator(".desk-log img, .desk-card img")).hasCount(0);
    assertThat(alarms).isEmpty();
  }

  @Test
  void speaksRussianToTheLastWord() {
    assertThat(page.locator("input[type=password]")).isVisible();
    assertThat(anna.english()).as("login").isEmpty();
    anna.signIn("boris", "wrong");
    assertThat(page.locator(".page-notifications")).containsText("Войти не удалось");
    assertThat(anna.english()).as("failed login").isEmpty();

    Appeal appeal = Appeal.comment("vk", "Почему не пришёл кешбэк за прошлый месяц?");
    page = chromium.page();
    anna = new Moderator(page);
    anna.open();
    openAsAnna("Почему не пришёл");
    assertThat(anna.english()).as("task of %s", appeal.caseId()).isEmpty();
    anna.take();
    anna.complete();
    assertThat(page.locator(".fjs-form-field-error")).hasText("Это поле нужно заполнить.");
    anna.choose("Конструктивное");
    anna.complete();
    assertThat(anna.title()).containsText("Подготовить ответ");

    Locator reply = page.locator("textarea").first();
    reply.fill("а".repeat(4_101));
    assertThat(page.locator(".fjs-form-field-error"))
        .containsText(Pattern.compile("Не больше \\d+ знаков, сейчас 4101\\."));
    Chromium.picture(page, "tasklist-too-long");
    reply.fill("");
    assertThat(page.locator(".fjs-form-field-error")).hasText("Это поле нужно заполнить.");
    assertThat(anna.english()).as("reply form").isEmpty();
    for (String tab : List.of("История", "Схема", "Описание")) {
      page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(tab)).click();
      assertThat(page.locator(".nav-tabs li.active")).hasText(tab);
      assertThat(page.locator(".tab-content .loader:visible")).hasCount(0);
      assertThat(anna.english()).as(tab).isEmpty();
    }
  }

  private void openAsAnna(String firstWords) {
    anna.signIn("anna", "sandbox");
    anna.filter(QUEUE);
    anna.card(firstWords).click();
    assertThat(anna.conversation()).containsText(firstWords);
  }
}
