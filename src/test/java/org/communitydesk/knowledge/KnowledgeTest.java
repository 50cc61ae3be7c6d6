package org.communitydesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(KnowledgeRoom.class)
class KnowledgeTest {

  @Autowired private Knowledge knowledge;
  @Autowired private Scripts scripts;
  @Autowired private Synonyms synonyms;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void threeScripts() {
    jdbc.sql("truncate script_file, script, script_word, script_version, script_use, synonym")
        .update();
    knowledge.add("Когда приходит кешбэк по карте?", "Через пять дней.", "тест");
    knowledge.add("Как заблокировать карту?", "Позвоните в банк.", "тест");
    knowledge.add("Где посмотреть баланс счёта?", "В приложении банка.", "тест");
  }

  @ParameterizedTest
  @CsvSource({
    "блокировка карт, Как заблокировать карту?",
    "зоблакировать, Как заблокировать карту?",
    "БАЛАНСЫ СЧЕТОВ, Где посмотреть баланс счёта?",
    "бaлaнc, Где посмотреть баланс счёта?",
    "приложение, Где посмотреть баланс счёта?",
    "кешбек не пришол, Когда приходит кешбэк по карте?"
  })
  void aScriptIsFoundHoweverItIsAskedFor(String asked, String question) {
    assertThat(knowledge.search(asked, 3)).first().extracting(Script::question).isEqualTo(question);
  }

  @Test
  void theWordsThatFitAreTold() {
    Script first = knowledge.search("заблокируйте мою карту", 1).get(0);
    assertThat(first.highlights()).containsExactly("заблокировать", "карту");
    assertThat(first.score()).isPositive();
    assertThat(knowledge.search("!!!", 3)).isEmpty();
    assertThat(knowledge.search("' | \\ & !( :* <-> дай\u0000", 3)).isEmpty();
  }

  @Test
  void wordsOfOneGroupAreOneWord() {
    assertThat(knowledge.search("сколько денег на остатке", 3)).isEmpty();
    synonyms.replace(List.of(List.of("баланс", "остаток"), List.of("кешбэк", "возврат")));
    assertThat(knowledge.search("сколько денег на остатке", 3))
        .extracting(Script::question)
        .containsExactly("Где посмотреть баланс счёта?");
    assertThat(synonyms.groups())
        .containsExactly(List.of("баланс", "остаток"), List.of("кешбэк", "возврат"));
  }

  @Test
  void aWordOfTwoGroupsIsRefusedByName() {
    List<List<String>> before = synonyms.replace(List.of(List.of("карта", "пластик")));
    for (List<List<String>> wrong :
        List.of(
            List.of(List.of("карта", "пластик"), List.of("Карта", "счёт")),
            List.of(List.of("карта", "пластик"), List.of("карты", "счёт")),
            List.of(List.of("карта", "карта")),
            List.of(List.of("карта")))) {
      assertThatThrownBy(() -> synonyms.replace(wrong))
          .isInstanceOf(ScriptRefused.class)
          .hasMessageContaining("карта");
    }
    assertThat(synonyms.groups()).isEqualTo(before);
  }

  @Test
  void onlyWhatIsApprovedAndHoldsTodayIsSuggested() {
    LocalDate today = LocalDate.of(2026, 11, 23);
    long id = scripts.offer(content("Как получить стикер?", today, today), "anna");
    assertThat(knowledge.search("стикер", 3)).isEmpty();
    assertThat(knowledge.search("стикер", 3, State.DRAFT)).hasSize(1);
    assertThat(scripts.approve(id, "maria").orElseThrow().stale()).isFalse();
    assertThat(knowledge.search("стикер", 3)).hasSize(1);
    Entry over =
        scripts.change(
            id, 2, content("Как получить стикер?", null, today.minusDays(1)), true, "maria");
    assertThat(over.stale()).isTrue();
    assertThat(scripts.list(null, null, true, null, 10)).extracting(Entry::id).containsExactly(id);
    assertThat(knowledge.search("стикер", 3)).isEmpty();
    scripts.change(id, 3, content("Как получить стикер?", today.plusDays(1), null), true, "maria");
    assertThat(knowledge.search("стикер", 3)).isEmpty();
    scripts.change(id, 4, content("Как получить стикер?", null, null), true, "maria");
    assertThat(knowledge.search("стикер", 3)).hasSize(1);
    scripts.withdraw(id, "maria");
    assertThat(knowledge.search("стикер", 3)).isEmpty();
    assertThat(scripts.versions(id))
        .extracting(Entry::changedBy)
        .startsWith("maria")
        .endsWith("anna");
    assertThat(scripts.versions(id)).hasSize(6);
    assertThatThrownBy(() -> scripts.change(id, 1, content("Другой", null, null), true, "boris"))
        .hasMessageContaining("уже изменил");
  }

  @Test
  void whatNobodyTouchedForHalfAYearIsToBeLookedAtUntilSomebodyDoes() {
    jdbc.sql("update script set checked_at = ? where question like 'Где%'")
        .param(KnowledgeRoom.NOW.minus(Duration.ofDays(181)).atOffset(ZoneOffset.UTC))
        .update();
    Entry old = scripts.list(null, null, true, null, 10).get(0);
    assertThat(old.content().question()).startsWith("Где");
    assertThat(scripts.counts()).containsEntry("STALE", 1L).containsEntry("APPROVED", 3L);
    assertThat(scripts.approve(old.id(), "maria").orElseThrow().version()).isEqualTo(1);
    assertThat(scripts.list(null, null, true, null, 10)).isEmpty();
  }

  @Test
  void aQuestionIsOfferedOnce() {
    assertThatThrownBy(
            () -> scripts.offer(content("«Как заблокировать» КАРТУ", null, null), "anna"))
        .hasMessageContaining("такой вопрос уже есть");
    knowledge.offer("Вопрос?", "Ответ", "Контактный центр", "1");
    knowledge.offer("Вопрос", "Ответ", "Контактный центр", "1");
    assertThat(scripts.list("вопрос", State.DRAFT, false, null, 10))
        .extracting(one -> one.content().source())
        .containsExactly("Контактный центр");
  }

  private static Content content(String question, LocalDate from, LocalDate until) {
    return new Content(question, "Ответ", Map.of(), null, null, null, from, until, List.of(), null);
  }
}
