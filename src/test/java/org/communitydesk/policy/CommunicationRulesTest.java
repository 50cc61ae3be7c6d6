package org.communitydesk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.communitydesk.conversation.Platform;
import org.communitydesk.policy.CommunicationRules.Check;
import org.communitydesk.policy.CommunicationRules.Hit;
import org.communitydesk.support.WaysTaken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the table as shipped. */
class CommunicationRulesTest {

  private static final DmnEngine ENGINE =
      WaysTaken.rules(new DefaultDmnEngineConfiguration()).buildEngine();
  private static final DmnDecision TABLE = table();
  private static final Spelling SPELLING = new Spelling();

  private final Map<String, List<String>> lists = new HashMap<>(RuleBook.read().lists());
  private final List<String> official = new ArrayList<>();
  private CommunicationRules rules;

  @BeforeEach
  void makeRules() {
    Reader reader =
        new Reader(
            () -> Map.copyOf(lists),
            new CommunityRules(() -> Map.copyOf(lists)),
            words -> official.stream().anyMatch(text -> text.contains(words)),
            SPELLING);
    rules = new CommunicationRules(reader, CommunicationRulesTest::verdicts);
  }

  static List<CommunicationBook.Written> book() {
    return CommunicationBook.read().rules().stream()
        .filter(rule -> rule.example() != null)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("book")
  void everyRuleHitsItsExampleAndNotItsCounterExample(CommunicationBook.Written rule) {
    assertThat(broken(rule.example())).contains(rule.id());
    assertThat(broken(rule.counterExample())).doesNotContain(rule.id());
    assertThat(rule.title()).isNotBlank();
    assertThat(rule.reason()).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Здравствуйте! Кешбэк приходит в течение пяти рабочих дней после покупки.",
        "Карту «Мир» принимают в Армении, Беларуси и Казахстане, инструкция есть на русском языке.",
        "Обратитесь в свой банк: номер горячей линии указан на обороте карты.",
        "Политика обработки персональных данных опубликована на сайте mironline.ru.",
        "Приносим извинения за неудобства. Уточните, пожалуйста, название магазина и время покупки.",
        "Добрый день! Спасибо, что написали. Мы передали вопрос коллегам и вернёмся с ответом.",
        "Бесконтактная оплата работает в телефонах на Android: установите приложение банка.",
        "Карты «Мир» принимают в Таджикистане, на Кубе и в Крыму.",
        "Возврат за покупку оформляет магазин, потом деньги поступят на карту.",
        "Вы заблокированы на 30 дней за использование нецензурных выражений.",
        "Если операцию совершили не вы, заблокируйте карту и обратитесь в полицию.",
        "Чтобы отключить услугу, откройте раздел «Карты» и выберите «Настройки»."
      })
  void anOrdinaryAnswerMayGoOut(String text) {
    Check check = check(text);
    assertThat(check.breach()).isNull();
    assertThat(check.verdict()).as(check.hits().toString()).isIn(Verdict.OK, Verdict.HINT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Вините во всём правительство и депутатов | politics",
        "Это всё из-за санкций Запада | politics",
        "Голосуйте за «Единую Россию» | politics",
        "Аллах поможет, молитесь | religion",
        "В церкви вам карту не перевыпустят | religion",
        "Кавказцы вечно недовольны | race",
        "Понаехали тут мигранты | race",
        "Мой вам совет: смените банк | advice",
        "Советуем вложить деньги в акции | advice",
        "Вы идиот, читайте тарифы | insult",
        "Заткнитесь уже | insult",
        "Visa хуже и ненадёжнее | insult-competitor",
        "Сколько вам заплатили конкуренты? | insult-competitor",
        "Иванов Пётр, паспорт 4509 123456 | personal-data",
        "Позвоните Ивану: +7 916 123-45-67 | personal-data",
        "Пишите на ivan.petrov1980@mail.ru | personal-data",
        "Д е п у т а т решит | politics",
        "Дeпутат решит | politics"
      })
  void whatTheBrandNeverSaysDoesNotGoOut(String text, String rule) {
    Check check = check(text);
    assertThat(broken(text)).contains(rule);
    assertThat(check.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(check.breach()).contains("«");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Мы вернём вам 500 рублей | money-promised",
        "Гарантируем возврат денег | money-promised",
        "Обратитесь в суд | legal-words",
        "Смотрите https://bonus-card.xyz/a | foreign-link"
      })
  void somebodyElseHasToAgree(String text, String rule) {
    assertThat(broken(text)).contains(rule);
    assertThat(check(text).verdict()).isEqualTo(Verdict.APPROVAL);
    assertThat(check(text).breach()).isNull();
  }

  @Test
  void aHitShowsTheWordsTheReasonAndWhereTheyStand() {
    String text = "Кешбэк придёт, а депутат поможет";
    Hit hit = rules.find(text, Platform.VK).get(0);
    assertThat(hit.words()).containsExactly("депутат");
    assertThat(hit.reason()).contains("политик");
    assertThat(text.substring(hit.places().get(0).from(), hit.places().get(0).to()))
        .isEqualTo("депутат");
  }

  @Test
  void aWrongWordComesWithTheRightOne() {
    Hit hit = rules.find("Обратитесь в отделеник банка", Platform.VK).get(0);
    assertThat(hit.rule()).isEqualTo("spelling");
    assertThat(hit.words()).containsExactly("отделеник");
    assertThat(hit.places().get(0).instead()).contains("отделение");
  }

  @Test
  void whatAnApprovedTextSaysIsNoPromise() {
    official.add("Мы вернём комиссию");
    assertThat(broken("Здравствуйте. Мы вернём комиссию.")).isEmpty();
    assertThat(broken("Здравствуйте. Мы вернём комиссию и проценты.")).contains("money-promised");
  }

  @Test
  void theOwnersWordsCountAtOnce() {
    assertThat(broken("Заходите в наш драмкружок")).doesNotContain("forbidden-words");
    lists.put(WordLists.FORBIDDEN_WORDS, List.of("драмкруж*"));
    assertThat(broken("Заходите в наш драмкружок")).contains("forbidden-words");
    assertThat(broken("Позвоните в супербонусню")).contains("spelling");
    lists.put(WordLists.SPELLING_WORDS, List.of("супербонусн*"));
    assertThat(broken("Позвоните в супербонусню")).isEmpty();
  }

  @Test
  void anEmptyOrTooLongTextDoesNotGoOut() {
    assertThat(rules.check(" ", 1, 10, Platform.VK).breach()).isEqualTo("Ответ пустой.");
    assertThat(rules.check("Здравствуйте", 12, 10, Platform.VK).breach()).contains("12", "10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"а ", "депутат ", "А!", "аб-", "http://a.ru/", "1 ", "АБВГДЕЖЗ, "})
  void longTextsTakeNoLongTime(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> rules.find(part.repeat(20_000 / part.length()), Platform.VK));
  }

  @Test
  void hardlyAnOfficialAnswerOfABankIsBlocked() throws IOException {
    Path file = Path.of("../shared/datasets/faq_vtb_belarus/faq.tsv");
    if (!Files.exists(file)) {
      System.out.println("Skipped: " + file + " is absent");
      return;
    }
    List<String> answers =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.substring(line.lastIndexOf('\t') + 1))
            .map(text -> text.replace("\\n", "\n").replace("\\t", " "))
            .toList();
    Map<String, Integer> blocked = new HashMap<>();
    int all = 0;
    for (String answer : answers) {
      Check check = check(answer);
      if (check.breach() != null) {
        all++;
        check.hits().stream()
            .filter(hit -> hit.verdict() == Verdict.BLOCK)
            .forEach(hit -> blocked.merge(hit.rule() + " " + hit.words(), 1, Integer::sum));
      }
    }
    System.out.printf("%d of %d answers blocked: %s%n", all, answers.size(), blocked);
    assertThat((double) all / answers.size()).isLessThanOrEqualTo(0.02);
  }

  private Check check(String text) {
    return rules.check(text, text.length(), Integer.MAX_VALUE, Platform.VK);
  }

  private List<String> broken(String text) {
    return rules.find(text, Platform.VK).stream().map(Hit::rule).toList();
  }

  private static Map<String, Verdict> verdicts(Iterable<String> asked, Platform platform) {
    Map<String, Verdict> all = new HashMap<>();
    for (String rule : asked) {
      String verdict =
          ENGINE
              .evaluateDecision(
                  TABLE,
                  Variables.createVariables()
                      .putValue("rule", rule)
                      .putValue("platform", platform.name()))
              .getSingleResult()
              .getEntry("ruleVerdict");
      all.put(rule, Verdict.valueOf(verdict));
    }
    return all;
  }

  private static DmnDecision table() {
    try (var in = Files.newInputStream(Path.of("processes/communication-rules.dmn"))) {
      return ENGINE.parseDecision("communication-rules", in);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
