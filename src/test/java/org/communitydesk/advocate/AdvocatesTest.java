package org.communitydesk.advocate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.communitydesk.advocate.Advocate.State;
import org.communitydesk.conversation.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(
    classes = AdvocateRoom.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "desk.channel.vk.main.own-id=1000001")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AdvocatesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(1));
  private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
  private static final String SENTENCE = "Я — сотрудник платёжной системы «Мир».";
  private static final String URL = "https://vk.com/wall-1000001_1?reply=2";

  private final Advocates advocates;
  private final Disclosures disclosures;
  private final String account = UUID.randomUUID().toString();

  AdvocatesTest(Advocates advocates, Disclosures disclosures) {
    this.advocates = advocates;
    this.disclosures = disclosures;
  }

  @Test
  void aPersonIsRegisteredProlongedAndWithdrawn() {
    String id = register(SENTENCE);
    assertThat(advocates.active(Platform.VK, NOW)).extracting(Advocate::id).contains(id);
    assertThat(advocates.active(Platform.OK, NOW)).extracting(Advocate::id).doesNotContain(id);
    Advocate found = advocates.find(id).orElseThrow();
    assertThat(found.state(FROM.minusSeconds(1))).isEqualTo(State.NOT_YET);
    assertThat(found.state(UNTIL)).isEqualTo(State.EXPIRED);
    Instant later = UNTIL.plus(Duration.ofDays(30));
    assertThat(advocates.prolong(id, later, NOW).state(UNTIL)).isEqualTo(State.ACTIVE);
    assertThat(advocates.withdraw(id, "maria", NOW).state(NOW)).isEqualTo(State.WITHDRAWN);
    assertThat(advocates.withdraw(id, "boris", UNTIL).withdrawnAt()).isEqualTo(NOW);
    assertThat(advocates.active(Platform.VK, NOW)).extracting(Advocate::id).doesNotContain(id);
    refuses("advocateId", () -> advocates.prolong(id, later, NOW));
    assertThat(register(SENTENCE)).as("registered anew").isNotEqualTo(id);
  }

  @Test
  void nobodyIsRegisteredWithoutConsentOrTwiceOrAsTheBrand() {
    refuses("consentFrom", () -> register(SENTENCE, account, null, UNTIL));
    refuses("consentUntil", () -> register(SENTENCE, account, FROM, null));
    refuses("consentUntil", () -> register(SENTENCE, account, UNTIL, FROM));
    refuses("consentUntil", () -> register(SENTENCE, account, FROM, NOW));
    refuses("accountId", () -> register(SENTENCE, "-1000001", FROM, UNTIL));
    refuses("accountId", () -> register(SENTENCE, " ", FROM, UNTIL));
    refuses("disclosure", () -> register("x".repeat(501), account, FROM, UNTIL));
    register(SENTENCE);
    refuses("accountId", () -> register(SENTENCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Мне нравится карта «Мир».",
        "Я сотрудник магазина.",
        "Я не сотрудник карты «Мир».",
        "Сотрудник «Мир», но пишу как обычный клиент.",
        "Представитель «Мир»? Нет, я простой пользователь.",
        "Не имею никакого отношения к карте «Мир», это не реклама.",
        "..."
      })
  void aSentenceThatDisclosesNothingIsRefused(String sentence) {
    refuses("disclosure", () -> register(sentence));
  }

  @Test
  void everyExampleOfTheListsFitsItsOwnRule() {
    assertThat(disclosures.ties())
        .allMatch(tie -> tie.isIn(Folded.words(tie.example())))
        .allMatch(tie -> disclosures.fault(tie.example()).isEmpty());
    assertThat(disclosures.poses()).allMatch(pose -> pose.isIn(Folded.words(pose.example())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Я сотрудник платежной системы Мир",
        "Добрый день!\n\nЯ -- СОТРУДНИК   платёжной системы \"МИР\", и вот что скажу.",
        "Я cотрудник плaтёжной систeмы «Мир»: латинские буквы похожи.",
        "Я\u200B сотруд\u00ADник платёжной системы „Мир“. Я не обычный клиент."
      })
  void theSentenceIsFoundHoweverItIsTyped(String text) {
    assertThat(advocates.check(register(SENTENCE), Platform.VK, URL, text, NOW).disclosure())
        .isEqualTo(SENTENCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Карта удобная.",
        "Сотрудник платёжной системы «Мир».",
        "Я — сотрудник платёжной системы «Мирный».",
        "Я — сотрудник платёжной системы «Мир». Скажу как обычный клиент.",
        "Я — сотрудник платёжной системы «Мир». Шутка, я с ней никак не связан."
      })
  void aPostThatHidesTheTieIsRefused(String text) {
    String id = register(SENTENCE);
    refuses("advocatePostText", () -> advocates.check(id, Platform.VK, URL, text, NOW));
  }

  @Test
  void onlyConsentOfTodayOnTheSamePlatformCounts() {
    String id = register(SENTENCE);
    for (Instant outside : List.of(FROM.minusSeconds(1), UNTIL)) {
      refuses("advocateId", () -> advocates.check(id, Platform.VK, URL, SENTENCE, outside));
    }
    refuses("advocateId", () -> advocates.check(id, Platform.OK, URL, SENTENCE, NOW));
    refuses("advocateId", () -> advocates.check("no", Platform.VK, URL, SENTENCE, NOW));
    for (String url :
        List.of(
            "http://vk.com/wall1_2",
            "https://vk.com.evil.example/wall1_2",
            "https://vk.com@evil.example/",
            "vk.com/wall1_2",
            "https://vk.com/a b",
            "https://evil.example/vk.com")) {
      refuses("advocatePostUrl", () -> advocates.check(id, Platform.VK, url, SENTENCE, NOW));
    }
    advocates.check(id, Platform.VK, "https://m.vk.com/wall1_2", SENTENCE, NOW);
    advocates.withdraw(id, "maria", NOW);
    refuses("advocateId", () -> advocates.check(id, Platform.VK, URL, SENTENCE, NOW));
  }

  @Test
  void theFirstJudgementOfAPostCounts() {
    String id = register(SENTENCE);
    advocates.record("71", id, URL, SENTENCE + " 4111 1111 1111 1111", "Обман!", NOW);
    advocates.outcome("72", true, NOW);
    assertThat(advocates.outcomes().get(id)).isEqualTo(new Outcomes(1, 0, 0, 1));
    advocates.outcome("71", false, NOW);
    advocates.outcome("71", true, UNTIL);
    assertThat(advocates.outcomes().get(id)).isEqualTo(new Outcomes(1, 0, 1, 0));
    AdvocatePost post = advocates.posts(id, 10).get(0);
    assertThat(post.settled()).isFalse();
    assertThat(post.objection()).isEqualTo("Обман!");
    assertThat(post.text()).startsWith(SENTENCE).contains("1111").doesNotContain("1111 1111");
  }

  private String register(String sentence) {
    return register(sentence, account, FROM, UNTIL);
  }

  private String register(String sentence, String accountId, Instant from, Instant until) {
    return advocates.register(
        new Registration("Иван Орлов", Platform.VK, accountId, sentence, from, until),
        "maria",
        NOW);
  }

  private static void refuses(String field, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            AdvocateRefused.class, refused -> assertThat(refused.field()).isEqualTo(field))
        .hasMessageStartingWith("Поле " + field + ": ");
  }
}
