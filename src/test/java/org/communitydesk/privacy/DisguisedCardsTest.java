package org.communitydesk.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of cards as people write them to get past a machine, and numbers that are none. */
class DisguisedCardsTest {

  private static final List<String> CARDS =
      List.of(
          "4929738205619476",
          "2200000000000004",
          "2200700123456781",
          "5555555555554444",
          "4111111111111111",
          "2223000048400011",
          "6200000000000005");
  private static final List<String> BETWEEN =
      List.of(
          "/",
          "_",
          ",",
          "*",
          ":",
          "|",
          "+",
          ";",
          "~",
          "=",
          "#",
          "\\",
          "!",
          "'",
          "\"",
          "^",
          " / ",
          ", ",
          " | ",
          " : ",
          " * ",
          "; ",
          " + ",
          "//",
          "__",
          "&nbsp;",
          "&#160;",
          "&#xA0;",
          "&amp;nbsp;",
          "&ndash;",
          "&#45;",
          "&lowbar;",
          "%20",
          "%2D",
          "%C2%A0",
          "%2520",
          "%252D",
          "%25C2%25A0",
          "%2F",
          "%5F",
          "%0A",
          "\\u00a0",
          "\\u002d",
          "\n",
          "\r\n",
          "\n- ",
          "\n\n",
          "\n • ",
          "\n* ",
          "\n\n  -  ",
          " карта ",
          " номер ",
          ", потом ",
          " и ",
          " далее ",
          " then ",
          " пробел ",
          "<br>",
          "<br/>\n",
          "</b> <b>",
          ") (",
          "][",
          "} {",
          " (далее) ",
          "·|·");

  static List<String> spellings() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < BETWEEN.size(); i++) {
      all.add(fours(CARDS.get(i % CARDS.size()), BETWEEN.get(i)));
    }
    all.addAll(
        List.of(
            "2200 карта 7001 номер 2345 6781",
            "(4929) (7382) (0561) (9476)",
            "[4929]-[7382]-[0561]-[9476]",
            "«4929», «7382», «0561», «9476»",
            "1) 4929\n2) 7382\n3) 0561\n4) 9476",
            "1. 2200\n2. 7001\n3. 2345\n4. 6781",
            "4/9/2/9/7/3/8/2/0/5/6/1/9/4/7/6",
            "49_29_73_82_05_61_94_76",
            "4929/73820561/9476",
            "4l11 llll lIlI 1111",
            "4l1l1l1l1l1l1l1l",
            "4I11-1I11-11I1-111I",
            "22OO OOOO OOOO OOO4",
            "22ОО 0000 0000 ООО4",
            "22оо-0000-0000-0оо4",
            "2200ОООО00000004",
            "4929 7З82 0561 9476",
            "4 l l l l l 1 1 1 1 1 1 1 1 1 1",
            "4111/llll/1111/1111",
            "%34%31%31%31%31%31%31%31%31%31%31%31%31%31%31%31",
            "&#52;&#49;&#49;&#49; 1111 1111 1111",
            "4111%201111%201111%201111",
            "4111+1111+1111+1111",
            "3782/822463/10005",
            "3782 карта 822463 10005",
            "3782,822463,10005",
            "４９２９／７３８２／０５６１／９４７６",
            "4️⃣9️⃣2️⃣9️⃣/7382/0561/9476",
            "٤٩٢٩،٧٣٨٢،٠٥٦١،٩٤٧٦",
            "⁴⁹²⁹/⁷³⁸²/⁰⁵⁶¹/⁹⁴⁷⁶",
            "𝟜𝟡𝟚𝟡|𝟟𝟛𝟠𝟚|𝟘𝟝𝟞𝟙|𝟡𝟜𝟟𝟞",
            "4929/7382 0561-9476",
            "4929, 7382 и ещё 0561, потом 9476",
            "https://pay.example/?pan=4929+7382+0561+9476",
            "https://pay.example/4929/7382/0561/9476?x=1",
            "https://pay.example/4929%207382%200561%209476",
            "карта:4929_7382_0561_9476;срок:12/29"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void isMaskedHoweverItIsWritten(String spelling) {
    for (String around : List.of("%s", "Номер карты: %s, спасибо!", "x\n%s\nдо 12/29")) {
      String text = around.replace("%s", spelling);
      String masked = CardNumbers.mask(text);

      assertThat(masked).as(text).isNotEqualTo(text).contains("*");
      assertThat(PersonalData.find(text)).as(text).isNotEmpty();
      assertThat(CardNumbers.mask(masked)).as("again: " + masked).isEqualTo(masked);
      assertThat(PersonalData.kindsIn(masked)).as(masked).contains(PersonalKind.CARD);
    }
  }

  private static String fours(String card, String between) {
    return String.join(
        between,
        card.substring(0, 4),
        card.substring(4, 8),
        card.substring(8, 12),
        card.substring(12));
  }

  @Test
  void theInnerDigitsAloneAreHidden() {
    assertThat(CardNumbers.mask("4929/7382/0561/9476")).isEqualTo("4929/73**/****/9476");
    assertThat(CardNumbers.mask("2200 карта 7001 номер 2345 6781"))
        .isEqualTo("2200 карта 70** номер **** 6781");
    assertThat(CardNumbers.mask("4929&nbsp;7382&nbsp;0561&nbsp;9476"))
        .isEqualTo("4929&nbsp;73**&nbsp;****&nbsp;9476");
    assertThat(CardNumbers.mask("5555/5555/5555/4444/4929/7382/0561/9476"))
        .isEqualTo("5555/55**/****/4444/4929/73**/****/9476");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+7 (912) 345-67-89, +7 912 345-67-90",
        "8(800)100-54-64; 8(495)123-45-67",
        "тел. 4111111, 4111111, 4111111",
        "1 200, 3 400, 5 600, 7 800",
        "4 500/4 600/4 700/4 800",
        "4500, 4600, 4700, 4800",
        "5100 5200 руб, 5300 5400 руб",
        "4511, 4512, 4513, 4514",
        "4111 руб., 1111 руб., 1111 руб., 1111 руб.",
        "4111 ₽ / 1111 ₽ / 1111 ₽ / 1111 ₽",
        "4111,11 1111,11 1111,11",
        "2020, 2021, 2022, 2023",
        "2019/2020/2021/2022",
        "22.11.2026, 23.11.2026, 24.11.2026",
        "22/11/2026 22/12/2026",
        "2026-11-30T12:00:00.000+03:00",
        "1764576000000",
        "2026-11-30 12:00:00,123 2026-11-30 12:00:01,456",
        "заказ № 4111111111, № 4222222222",
        "заказ 41111111, заказ 11111111",
        "ИНН 7702070139, КПП 770201001",
        "ИНН 500100732259",
        "СНИЛС 112-233-445 95",
        "р/с 40817810099910004312",
        "40702810938000060473, 30101810400000000225",
        "БИК 044525225",
        "ОГРН 1027700132195",
        "трек RA123456785RU",
        "трек 80112345678901",
        "EAN 4600051000057, 4606038069239",
        "54:35:0711234:12345",
        "34:03:0001234:1234",
        "55.755826, 37.617300",
        "55.755826,37.617300",
        "https://vk.com/wall-41234567_12345678",
        "https://vk.com/photo456789012_457239123",
        "https://ok.ru/group/70000000000000/topic/15512345678",
        "https://t.me/c/1234567890/4321",
        "https://example.org/2026/11/30/4567",
        "https://example.org/?a=4111&b=12&c=9911&d=7",
        "192.168.100.200:8080, 10.20.30.40:5432",
        "52:54:00:12:34:56",
        "версия 4.11.1.1111",
        "Паспорт 45 10 123456, выдан 12.12.2012",
        "кв. 12, д. 45, корп. 3, индекс 101000",
        "оценки 5, 4, 3, 5, 5",
        "счёт 3:2, 4:1, 2:2, 1:0",
        "код 4111, потом код 12",
        "пин был 4929, а стал 7382",
        "4929 7382",
        "4929/7382/0561",
        "22:00, 23:15, 10:30, 11:45",
        "с 22:00 до 23:00 по адресу 4567",
        "Ответили в 2019 году, 2020 году, 2021 году, 2022 году",
        "ISBN 978-5-17-118366-2",
        "UID 550e8400-e29b-41d4-a716-446655440000",
        "sha256:4929a738b2056c19476d4929e7382f0561",
        "10 000 000, 20 000 000",
        "4929738205619477",
        "4929/7382/0561/9477",
        "4929 карта 7382 номер 0561 9477",
        "таблица: 4101; 4205; 4311; 4417; 4523; 4629; 4735",
        "4111,1111,1111,1111,1111",
        "Процент 4,111 1,111 1,111 1,111",
        "зарплата 45 000 + 12 345 + 6 789",
        "Иl Оо Il lO ОО ll 1 о 0",
        "О балле l5 и о 4 картах lO раз",
        "5%20 скидка 20% 30% 40%20",
        "7(4929)738-20-56, доб. 1947",
        "№ 4929, № 7382, № 0561, № 9476"
      })
  void ordinaryNumbersStay(String text) {
    assertThat(CardNumbers.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/4929738205619476.jpg",
        "https://example.org/card4929738205619476x/y",
        "https://example.org/?pan=4929738205619476&x=1",
        "https://example.org/?pan=4929%207382%200561%209476",
        "https://example.org/?pan=4929+7382+0561+9476",
        "https://example.org/4929-7382-0561-9476#a",
        "//example.org/4929/7382/0561/9476",
        "https://sun9-1.userapi.com/4929738205619476.jpg",
        "https://scontent.xx.fbcdn.net/v/4929738205619476_n.jpg",
        "www.example.org/4929738205619476",
        "https://vk.com/4929738205619476",
        "https://www.facebook.com/4929738205619476?pan=4929738205619476",
        "example.org/4929738205619476?",
      })
  void wholeNumbersInAddressesAreMasked(String address) throws IOException {
    for (String field : List.of("url", "link", "src", "photo", "media", "payload", "text")) {
      String body = "{\"" + field + "\":\"" + address.replace("/", "\\/") + "\",\"id\":1}";

      String masked = new String(CardNumbers.maskJson(body.getBytes(UTF_8)), UTF_8);

      String read = new ObjectMapper().readTree(masked).path(field).asText();
      assertThat(read).as(body).contains("**").doesNotContain("0561").doesNotContain("82056");
      assertThat(read.replaceAll("[0-9*]", "")).isEqualTo(address.replaceAll("[0-9*]", ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://scontent.xx.fbcdn.net/v/t39.30808-6/a4929738205619476b_n.jpg?_nc_cat=104&oh=00_AfB4929738205619476x",
        "https://sun9-12.userapi.com/impg/4929738205619476abc/x.jpg?size=1080x1080&quality=96",
        "https://pbs.twimg.com/media/F4929738205619476.jpg",
        "https://vk.com/wall-41234567_12345678",
        "https://www.facebook.com/mir/posts/4929738205619476",
        "https://m.facebook.com/story.php?story_fbid=4929738205619476&id=5555555555554444",
        "https://www.facebook.com/groups/1/permalink/4929738205619476/?comment_id=5555555555554444",
        "https://example.org/1234567890123452",
        "https://example.org/49297382056194761",
        "https://x.com/a/status/1862000000000000004",
        "https://www.facebook.com/122100123456789014/posts/122100987654321098"
      })
  void idsInAddressesStay(String address) {
    String body = "{\"url\":\"" + address + "\"}";
    assertThat(new String(CardNumbers.maskJson(body.getBytes(UTF_8)), UTF_8)).isEqualTo(body);
  }

  @Test
  void hundredKilobytesTakeAnInstant() {
    for (String hostile :
        List.of(
            "4/",
            "4111/",
            "4111, ",
            "l",
            "о ",
            "4111 слово ",
            "%34",
            "%25",
            "%2525",
            "&#52;",
            "&amp;",
            "\\u0034",
            "&",
            "%",
            "4%20",
            "1) ",
            "1)\n",
            "4111*",
            "5555/",
            "0000/",
            "О4",
            "22\n- ",
            "4* ",
            "4111%",
            "[4]",
            "1,1 ")) {
      String text = hostile.repeat(100_000 / hostile.length());
      long begin = System.nanoTime();
      CardNumbers.mask(text);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as(hostile)
          .isLessThan(Duration.ofSeconds(1));
    }
  }
}
