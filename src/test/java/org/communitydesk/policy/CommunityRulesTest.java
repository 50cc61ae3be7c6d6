package org.communitydesk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Violation;
import org.communitydesk.policy.CommunityRules.Hit;
import org.communitydesk.policy.CommunityRules.Repeats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityRulesTest {

  private static final RuleBook BOOK = RuleBook.read();

  private final CommunityRules rules = new CommunityRules(BOOK::lists);

  static List<RuleBook.Written> book() {
    return BOOK.rules();
  }

  @ParameterizedTest
  @MethodSource("book")
  void everyRuleHitsItsExampleAndNotItsCounterExample(RuleBook.Written rule) {
    assertThat(ids(rule.example(), repeats(rule, 10))).contains(rule.id());
    assertThat(ids(rule.counterExample(), repeats(rule, 1))).doesNotContain(rule.id());
    assertThat(rule.title()).isNotBlank();
    assertThat(rule.explanation()).isNotBlank();
  }

  private static Repeats repeats(RuleBook.Written rule, int many) {
    return switch (rule.id()) {
      case "flood-same-text" -> new Repeats(many, 1, 1);
      case "flood-stream" -> new Repeats(1, many, 1);
      case "flood-many-accounts" -> new Repeats(1, 1, 10);
      default -> Repeats.NONE;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "иди нахуй", "иди наxyй", "х у й", "х.у.й вам", "х-у-й", "х*й", "хуууууй",
            "х\u200Bу\u200Bй",
        "х\u0336у\u0336й\u0336", "х😀у😀й", "ХУЙ", "п1здец", "пи3дец", "п*здец", "π и з д е ц",
            "ёбаный",
        "ебaный", "з@ебали", "зае*али", "долбоёб", "6лядь", "бл9ть", "б л я т ь", "проебали"
      })
  void anObsceneWordIsCertainPlainOrHidden(String text) {
    assertThat(rules.detect(text))
        .anyMatch(hit -> hit.violation() == Violation.OBSCENE && hit.certain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "оскорблять",
        "употреблять",
        "хлеба",
        "требует",
        "застрахуй",
        "себя",
        "мандарин",
        "команда",
        "рубля",
        "корабля",
        "потребитель",
        "учебник",
        "мебель",
        "вебинар",
        "тебе",
        "небо",
        "ребёнок",
        "страховка",
        "посредством",
        "сабля",
        "Екатеринбург",
        "колебания",
        "погребение",
        "истреблять",
        "скипидар",
        "хулиган",
        "психуй",
        "Олеговна",
        "перестрахуйтесь",
        "ослаблять",
        "Аманда",
        "дебет",
        "судебный",
        "карта ***1234",
        "Иванов И*** П***",
        "всухомятку",
        "трахея",
        "подстрахуйте",
        "плохую",
        "эпоху",
        "троеборье",
        "п*здравляю",
        "п*ездка",
        "х*рактер",
        "обл*датель",
        "с*кунда",
        "пичужка",
        "сношения с банком",
        "ужасное.Была"
      })
  void anOrdinaryWordIsNotObscene(String text) {
    assertThat(rules.detect(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "прислали сухую отписку",
        "СУХУЮ тряпку",
        "воздушно-сухую смесь",
        "Какая EBITDA у платёжной системы",
        "ebitda и ebit выросли",
        "Пишет Себастьян Исебаев из Отебаево",
        "вчера Себенцова ждала, Сохуев звонил",
        "хлебанули горя с вашей картой",
        "гребанул лишнего, стебанутый какой-то",
        "надебоширили в отделении",
        "психуя и штрихуя, остроухую собаку",
        "похуля бога, расхуля всех",
        "третьебрачный союз, всеблагая весть",
        "Чебану, Погребану и Клебану",
        "cухую",
        "с у х у ю",
        "Хуняловы и Ахуняновы",
        "Дуйсебаев Ебелов Хуснуллин"
      })
  void aWordOrNameOfTheLanguageIsNeverCertain(String text) {
    assertThat(rules.detect(text)).noneMatch(Hit::certain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Хуйня какая-то",
        "Ебаный стыд",
        "ПИЗДЕЦ",
        "Бляди вы",
        "Пиздец, а не банк",
        "вы охуели",
        "заебала ваша карта",
        "ебать вас",
        "бл*дь",
        "xуйня",
        "нaxyй"
      })
  void aKnownObsceneWordStaysCertain(String text) {
    assertThat(rules.detect(text)).anyMatch(Hit::certain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ужасный банк, отвратительный сервис, позор, худшая карта страны!",
        "Вы обманули меня и украли мои деньги, буду жаловаться в ЦБ",
        "Я дура, что оформила вашу карту",
        "Почему Visa не работает в приложении?",
        "Что лучше: Visa или Мир?",
        "Мир удобнее, чем Visa",
        "Где найти правила? https://mironline.ru/rules",
        "Напишите мне в личные сообщения, когда вернёте деньги на карту банка",
        "Мой телефон +7 900 123-45-67, перезвоните по заявке в банке",
        "Кешбэк 500 рублей за покупку на 5000 рублей не пришёл",
        "Hello, how can a tourist get a Mir card in Moscow?",
        "@support вот я и спрашиваю, почему от 5 дней до месяца",
        "Нужны были деньги на ремонт, в банке отказали",
        "Не верьте: звонили мошенники, украли деньги с карты",
        ""
      })
  void anHonestMessageBreaksNothing(String text) {
    assertThat(rules.detect(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Да вы там все идиоты и твари,INSULT",
    "Переходите на Visa с ней удобнее,OTHER_PAYMENT_SYSTEMS",
    "PayPal надёжнее и удобнее вашей карты,OTHER_PAYMENT_SYSTEMS",
    "Подработка для всех! Доход от 5000 рублей в день. Пишите в ЛС,ADVERTISING",
    "Дoхoд oт 10 000 рублeй в дeнь бeз oпытa пиши в личку,ADVERTISING",
    "Подпишись на канал t.me/skidki и забирай промокод,ADVERTISING",
    "говно а не приложение,OBSCENE",
    "покажите сиськи,NOT_CONSTRUCTIVE",
    "не пиши мне старый идиот,INSULT",
    "какие же вы долбоёбы,INSULT",
    "какие же вы долбоёбы,OBSCENE",
    "р*схуярили всё,OBSCENE",
    "Нужны надёжные ребята помочь с одним делом не обижу,ADVERTISING",
    "Обменяем рубли на баты по курсу,ADVERTISING",
    "Горячая девушка ждёт тебя в гости,ADVERTISING",
    "Join our crypto channel and earn profit every day with no risk,ADVERTISING",
    "稳定项目 月入六位数 进群,ADVERTISING",
    "где где где где где где где мои деньги,FLOOD"
  })
  void aBreachIsNamed(String text, Violation violation) {
    assertThat(rules.detect(text)).extracting(Hit::violation).contains(violation);
  }

  @Test
  void theUsersOwnWordsAreNamedAsWritten() {
    assertThat(rules.detect("Ну вы и пи3дец, х.у.й вам!"))
        .flatExtracting(Hit::words)
        .contains("пи3дец", "х.у.й");
  }

  @Test
  void theListsCountAtOnce() {
    Map<String, List<String>> lists = new HashMap<>(BOOK.lists());
    CommunityRules owned = new CommunityRules(() -> new HashMap<>(lists));
    assertThat(owned.detect("НоваяКарта удобнее и выгоднее")).isEmpty();
    List<String> systems = new ArrayList<>(lists.get(WordLists.OTHER_PAYMENT_SYSTEMS));
    systems.add("новаякарт*");
    lists.put(WordLists.OTHER_PAYMENT_SYSTEMS, systems);
    assertThat(owned.detect("НоваяКарта удобнее и выгоднее"))
        .extracting(Hit::violation)
        .containsExactly(Violation.OTHER_PAYMENT_SYSTEMS);
  }

  @Test
  void equalTextsHaveOneFingerprintWhateverTheirLetters() {
    assertThat(rules.fingerprint("Верните деньги!"))
        .isEqualTo(rules.fingerprint("  верните   дeньги "))
        .isNotEqualTo(rules.fingerprint("Верните карту"))
        .hasSize(64);
  }

  @Test
  void aLongTextCostsNoMorePerWordThanAShortOne() {
    for (String piece : List.of("ты дурак, пиши в лс ", "х*й ", "1 ", "пpивет ", "8 (9 ")) {
      String text = piece.repeat(20_000 / piece.length());
      rules.detect(text);
      assertTimeoutPreemptively(Duration.ofSeconds(2), () -> rules.detect(text), piece);
    }
  }

  @Test
  void noTextTakesForEver() {
    List<String> pieces =
        List.of(
            "а",
            "х*",
            "х у ",
            "1 ",
            "a.",
            "пиши в лс ",
            "@",
            "8 (",
            "ху",
            "http://",
            "!",
            "\uD83D");
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> pieces.forEach(piece -> rules.detect(piece.repeat(100_000 / piece.length()))));
  }

  private List<String> ids(String text, Repeats repeats) {
    return rules.detect(text, repeats).stream().map(Hit::rule).toList();
  }
}
