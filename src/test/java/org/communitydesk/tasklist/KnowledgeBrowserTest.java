package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.DeskTest;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

@DeskTest
class KnowledgeBrowserTest {

  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final String QUESTION = "Как получить браслет с платёжным чипом?";

  @Test
  void aScriptOfAWorkbookIsApprovedAndSent() throws IOException {
    Appeal appeal = Appeal.comment("vk", "Подскажите, где получить браслет с чипом").toReply();
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.page();
      Moderator maria = new Moderator(page);
      maria.open();
      maria.signIn("maria", "sandbox");
      page.locator(".task-filter").first().waitFor();
      page.locator("a", new Page.LocatorOptions().setHasText("База знаний")).click();
      bring(page);
      approve(page);
      answer(chromium.page());
    }
    Appeal.idle();
    assertThat(appeal.answers())
        .containsExactly("Пётр, браслет выдаёт банк. Подробности в ВКонтакте. Приходите!");
    assertThat(appeal.state().path("messages").findValues("attachments").toString())
        .as("the script's picture went out with the answer")
        .contains("photo");
  }

  private static void bring(Page page) throws IOException {
    page.locator(".card").first().waitFor();
    page.locator("#bring").click();
    Locator form = page.locator("#import form");
    form.locator("[name=file]")
        .setInputFiles(
            new FilePayload(
                "вопросы.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                workbook()));
    assertThat(form.locator(".sum")).containsText("новых: 2");
    assertThat(form.locator(".rejected")).containsText("Строка 4: нет ответа");
    Chromium.picture(page, "knowledge-import");
    form.locator("button.main").click();
    assertThat(page.locator("#news")).containsText("новых: 2");
  }

  private static void approve(Page page) {
    page.locator("#filter-DRAFT").click();
    Locator card = page.locator(".card").filter(new Locator.FilterOptions().setHasText(QUESTION));
    card.locator("button.main").click();
    assertThat(page.locator("#news")).containsText("утверждён");
    page.locator("#filter-APPROVED").click();
    assertThat(card).hasAttribute("data-state", "APPROVED");
    card.locator("button", new Locator.LocatorOptions().setHasText("Изменить")).click();
    page.locator("#script [name=file]")
        .setInputFiles(new FilePayload("браслет.png", "image/png", PNG));
    Chromium.picture(page, "knowledge-form");
    page.locator("#script button[value=approve]").click();
    assertThat(card.locator(".links")).hasText("Файл: браслет.png");
    page.setViewportSize(1280, 900);
    Chromium.picture(page, "knowledge-1280");
    page.setViewportSize(400, 900);
    Chromium.picture(page, "knowledge-400");
  }

  private static void answer(Page page) {
    Moderator anna = new Moderator(page);
    anna.open();
    anna.signIn("anna", "sandbox");
    anna.filter("Новые обращения");
    anna.card("Подскажите, где получить браслет").click();
    assertThat(page.locator(".desk-script mark").first()).isVisible();
    anna.take();
    assertThat(page.locator(".desk-script kbd").first()).hasText("Alt+1");
    page.keyboard().press("Alt+Digit1");
    Locator reply = page.locator("textarea").first();
    assertThat(reply)
        .hasValue(Pattern.compile("Пётр, браслет выдаёт банк. Подробности в ВКонтакте."));
    assertThat(page.locator(".desk-limits bdi")).hasText("браслет.png");
    reply.press("End");
    reply.pressSequentially(" Приходите!");
    Chromium.picture(page, "tasklist-suggestions");
    page.waitForResponse(
        answer -> answer.url().endsWith("/submit-form") && answer.ok(),
        () -> reply.press("Control+Enter"));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("FAQ");
      String[][] rows = {
        {"Категория", "Подкатегория", "Пример вопроса", "Шаблонный ответ"},
        {"Карты", "Браслеты", QUESTION, "{имя}, браслет выдаёт банк. Подробности в {канал}."},
        {"Карты", "Кольца", "Где купить кольцо с чипом?", "В банке."},
        {"Карты", "Часы", "Где купить часы?", ""}
      };
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          sheet.value(row, column, rows[row][column]);
        }
      }
    }
    return out.toByteArray();
  }
}
