package org.communitydesk.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Chromium;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the pages for readers anew: {@code mvn test -Dtest=ReaderPictures}. Run by
 * hand only, so not named like a test.
 */
@DeskTest
class ReaderPictures {

  private static final Path IMAGES = Path.of("docs/images");

  @Test
  void ofTasklistAndOfTheSandbox() throws IOException {
    try (Chromium chromium = Chromium.start()) {
      Appeal.reset();
      String question =
          "Неделю назад оплатила картой «Мир» у партнёра, а кешбэк так и не пришёл. Когда ждать?";
      Appeal.by(
              "vk",
              "private",
              "701",
              "Марина Белова",
              "Подскажите, где посмотреть список магазинов-партнёров?")
          .submit("anna", "classifyAppeal", Map.of("appealClass", "CONSTRUCTIVE"));
      Appeal answered = Appeal.by("vk", "comment", "702", "Светлана Крылова", question);
      Appeal.by(
          "telegram", "comment", "703", "Игорь Сомов", "Можно ли платить картой за границей?");
      Appeal.by(
          "ok", "private", "704", "Нина Петровна", "Карта не читается в терминале, что делать?");
      Appeal.by(
          "instagram",
          "comment",
          "705",
          "daria.travels",
          "А в приложение банка её можно добавить?");

      Page desk = chromium.page();
      Moderator anna = new Moderator(desk);
      anna.open();
      anna.signIn("anna", "sandbox");
      anna.filter("Новые обращения");
      anna.card("Неделю назад").click();
      anna.take();
      anna.choose("Конструктивное");
      anna.complete();
      assertThat(anna.title()).containsText("Подготовить ответ");
      desk.locator(".desk-scripts input").fill("кешбэк");
      anna.button("Вставить в ответ").first().click();
      Locator reply = desk.locator("textarea").first();
      assertThat(reply).hasValue(Pattern.compile(".+", Pattern.DOTALL));
      assertThat(anna.button("Завершить")).isEnabled();
      desk.reload();
      assertThat(anna.button("Завершить")).isEnabled();
      assertThat(desk.locator(".desk-scripts mark").first()).isVisible();
      desk.mouse().move(5, 400);
      keep(desk, "tasklist");
      reply.fill(
          "Здравствуйте, Светлана! Напишите нам лично, в каком магазине и какого числа была покупка, и мы проверим.");
      desk.waitForResponse(
          answer -> answer.url().endsWith("/submit-form") && answer.ok(),
          () -> reply.press("Control+Enter"));
      Appeal.idle();
      Assertions.assertThat(answered.answers()).hasSize(1);

      Page play = chromium.page();
      play.navigate(Desk.address() + "/sandbox");
      assertThat(play.locator("#columns")).containsText("ответ бренда");
      keep(play, "sandbox");
    }
  }

  private static void keep(Page page, String name) throws IOException {
    Chromium.picture(page, name);
    Files.copy(
        Path.of("target/screenshots", name + ".png"),
        IMAGES.resolve(name + ".png"),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
