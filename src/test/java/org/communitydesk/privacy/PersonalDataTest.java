package org.communitydesk.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "моя карта 2200 0000 0000 0004              | CARD     | моя карта 2200 00** **** 0004",
        "код cvv 123                                | CVV      | код cvv ***",
        "CVC2: 4567!                                | CVV      | CVC2: ****!",
        "код с обратной стороны — 907               | CVV      | код с обратной стороны — ***",
        "код на обороте карты: 907                  | CVV      | код на обороте карты: ***",
        "907 (cvv)                                  | CVV      | *** (cvv)",
        "+7 916 123-45-67 мой номер                 | PHONE    | +* *** ***-**-** мой номер",
        "звоните 8 (916) 123 45 67                  | PHONE    | звоните * (***) *** ** **",
        "89161234567                                | PHONE    | ***********",
        "+79161234567                               | PHONE    | +***********",
        "8-800-100-54-64                            | PHONE    | *-***-***-**-**",
        "т. 8.916.123.45.67                         | PHONE    | т. *.***.***.**.**",
        "(495) 123-45-67                            | PHONE    | (***) ***-**-**",
        "телефон 9161234567                         | PHONE    | телефон **********",
        "916 123-45-67                              | PHONE    | *** ***-**-**",
        "+375 29 123-45-67                          | PHONE    | +*** ** ***-**-**",
        "пишите на Ivan.Petrov+b@mail.example.ru    | EMAIL    | пишите на *************@mail.example.ru",
        "иван@почта.рф                              | EMAIL    | ****@почта.рф",
        "паспорт 45 08 123456                       | PASSPORT | паспорт ** ** ******",
        "паспорт 4508 123456                        | PASSPORT | паспорт **** ******",
        "Паспорт РФ: 4508123456                     | PASSPORT | Паспорт РФ: **********",
        "серия 4508 номер 123456                    | PASSPORT | серия **** ***** ******",
        "паспортные данные: серия 45 08 № 123456    | PASSPORT | паспортные данные: серия ** ** № ******",
        "45 08 123456 выдан ОВД                     | PASSPORT | ** ** ****** выдан ОВД",
        "СНИЛС 112-233-445 95                       | SNILS    | СНИЛС ***-***-*** **",
        "112-233-445-95                             | SNILS    | ***-***-***-**",
        "снилс 11223344595                          | SNILS    | снилс ***********",
        "договор № 12345678                         | CONTRACT | договор № ********",
        "по договору №КР-123456/22 отказали         | CONTRACT | по договору №**-******/** отказали",
        "номер договора 16617269635                 | CONTRACT | номер договора ***********",
        "счёт № 40817810000000000001                | CONTRACT | счёт № ********************",
        "мой счет 40817810000000000001              | CONTRACT | мой счет ********************",
      })
  void findsAndHides(String text, PersonalKind kind, String masked) {
    PersonalData.Masked answer = PersonalData.mask(text);

    assertThat(answer.found()).as(text).containsExactly(kind);
    assertThat(answer.text()).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Сняли 12 500,00 ₽ и ещё 1 000 000 руб. 22.11.2026 в 14:35:07",
        "Обращение 1234567890, заказ № 98765432, заявка 2022-03-14/55",
        "Версия 10.15.7, сборка 1.2.3.4567, IP 192.168.100.254",
        "по тарифу 8 900 рублей в месяц, 7 999 за год",
        "позвонил на 900, потом на *100#",
        "курс 92,3456, ставка 7,5 % годовых",
        "договор от 12.03.2024 подписан, счёт на 15000 рублей",
        "положил на счёт 15000000 руб",
        "код 900 и код подъезда 4512",
        "код из СМС 1234 не приходит",
        "cvv 2023 год не подошёл",
        "паспорт показал 3 раза, ждал 45 минут",
        "снилс 112-233-445 96",
        "@mir_official не отвечает, пишите в direct",
        "450812345678 и 4508-123",
        "https://example.ru/news/20261122/1234567",
        "с 10 00 до 19 00, кроме 31 12",
        "трек RA123456789RU, посылка 80084512345671",
        "",
      })
  void leavesOrdinaryTextsAlone(String text) {
    PersonalData.Masked answer = PersonalData.mask(text);

    assertThat(answer.found()).as(text).isEmpty();
    assertThat(answer.text()).isSameAs(text);
  }

  @Test
  void hidesTheCodeBehindACard() {
    for (String text :
        List.of(
            "4111 1111 1111 1111 12/29 123",
            "4111111111111111 до 12/29, код 123",
            "4111111111111111, 123",
            "карта 4111 1111 1111 1111 код: 123 срочно")) {
      assertThat(PersonalData.mask(text).found())
          .as(text)
          .containsExactly(PersonalKind.CARD, PersonalKind.CVV);
      assertThat(CardNumbers.mask(text)).as(text).doesNotContain("123").contains("***");
    }
    assertThat(PersonalData.mask("с 4111 1111 1111 1111 списали 500 рублей").found())
        .containsExactly(PersonalKind.CARD);
  }

  @Test
  void namesSeveralInTheOrderOfTheText() {
    assertThat(
            PersonalData.mask(
                    "a@b.ru, 8 916 123-45-67, договор № 123456, карта 4111 1111 1111 1111")
                .found())
        .containsExactly(
            PersonalKind.EMAIL, PersonalKind.PHONE, PersonalKind.CONTRACT, PersonalKind.CARD);
  }

  @Test
  void knowsAMaskedCardAgain() {
    String kept = CardNumbers.mask("вот 4111-1111-1111-1111, cvv 123, тел. 8 916 123-45-67");

    assertThat(PersonalData.kindsIn(kept))
        .containsExactly(PersonalKind.CARD, PersonalKind.CVV, PersonalKind.PHONE);
    assertThat(PersonalData.kindsIn("карта *1234, спасибо")).isEmpty();
  }

  @Test
  void noticesThatAPictureMayShowACard() {
    for (String text :
        List.of(
            "Вот карта",
            "скриншот карты",
            "номер карты на фото",
            "карта на фото",
            "вот моя карта")) {
      assertThat(PersonalData.speaksOfPicturedCard(text)).as(text).isTrue();
    }
    for (String text :
        List.of("Не пришла карта", "вот чек", "картинка на фото", "какая карта лучше?")) {
      assertThat(PersonalData.speaksOfPicturedCard(text)).as(text).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "+7 ",
        "8(",
        "cvv",
        "a@",
        "a.",
        "паспорт ",
        "договор № ",
        "код с ",
        "45 08 ",
        "123-"
      })
  void neverTakesLong(String unit) {
    String text = unit.repeat(100_000 / unit.length());

    assertThat(timed(() -> PersonalData.mask(text))).isLessThan(Duration.ofSeconds(5));
  }

  private static Duration timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
