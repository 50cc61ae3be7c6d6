package org.communitydesk.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  private static final int[] ZEROS = {'0', 0xFF10, 0x660, 0x6F0, 0x966, 0x9E6, 0x1D7CE, 0x1D7F6};
  private static final List<String> GAPS =
      List.of(
          "", " ", "\u00A0", "\u2009", "\u202F", "\u3000", "\u200B", "\u2060", "\uFEFF", "-", "–",
          "—", "\u2212", "\u2011", ".", "·", " - ", "\n", "\t", "\u00AD");

  private final Random random = new Random(20261122);

  @ParameterizedTest
  @CsvSource({
    "карта 2200 0000 0000 0004!, карта 2200 00** **** 0004!",
    "4111111111111111, 411111******1111",
    "4111-1111-1111-1111, 4111-11**-****-1111",
    "х4111.1111.1111.1111у, х4111.11**.****.1111у",
    "3782 822463 10005, 3782 82**** *0005",
    "4222222222222, 422222***2222",
    "４１１１１１１１１１１１１１１１, ４１１１１１******１１１１",
    "4111 1111 1111 1111 до 12/29 код 123, 4111 11** **** 1111 до 12/29 код ***",
    "тел. 8 800 100-54-64, тел. 8 800 100-54-64",
    "4111 1111 1111 1112, 4111 1111 1111 1112",
  })
  void masksTheInnerDigitsOnly(String text, String masked) {
    assertThat(CardNumbers.mask(text)).isEqualTo(masked);
  }

  @Test
  void masksEveryLengthInEveryScriptWithEverySeparator() {
    for (int round = 0; round < 20_000; round++) {
      String card = card(13 + random.nextInt(7));
      String written = written(card);

      String masked = CardNumbers.mask("Номер: " + written + ", спасибо");

      assertThat(masked).as(written).startsWith("Номер: ").endsWith(", спасибо");
      assertThat(digits(masked)).as(written).hasSizeLessThanOrEqualTo(10);
      assertThat(digits(masked))
          .as(written)
          .isEqualTo(card.substring(0, 6) + card.substring(card.length() - 4));
      assertThat(withoutDigits(masked))
          .as(written)
          .isEqualTo(withoutDigits("Номер: " + written + ", спасибо"));
    }
  }

  @Test
  void masksACardBesideOtherDigits() {
    for (int round = 0; round < 20_000; round++) {
      String card = card(16);
      String inFront = number(1 + random.nextInt(8));
      String behind = number(1 + random.nextInt(8));

      String masked = CardNumbers.mask(inFront + " " + card + " " + behind);

      assertThat(masked)
          .doesNotContain(card.substring(5, 12))
          .doesNotContain(card.substring(6, 13));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "2200000000000004", "5555555555554444"})
  void masksACardOfAKnownBrandGluedIntoMoreDigits(String card) {
    for (int round = 0; round < 2_000; round++) {
      String inFront = number(random.nextInt(12));
      String text = inFront + card + number(random.nextInt(12));

      String masked = CardNumbers.mask(text);

      assertThat(masked).as(text).hasSameSizeAs(text);
      assertThat(masked.substring(inFront.length() + 6, inFront.length() + 12))
          .as(text)
          .isEqualTo("******");
    }
  }

  @Test
  void leavesTextWithoutCardsAlone() {
    String text = "Заказ 1234567890 от 22.11.2026, сумма 12 500,00 ₽ — где он? 😀 \uD800 \u0000";

    assertThat(CardNumbers.mask(text)).isSameAs(text);
    assertThat(CardNumbers.mask("")).isEmpty();
  }

  @Test
  void readsEscapesInJsonAndKeepsEverythingElse() {
    String body =
        "{ \"text\" : \"\\u0034111 1111\\u00a01111\\t1111 \\u043a\\/\\\"\" ,\"n\":1.0e5, \"id\":4111111111111111 }";

    assertThat(maskJson(body))
        .isEqualTo(
            "{ \"text\" : \"\\u0034111 11**\\u00a0****\\t1111 \\u043a\\/\\\"\" ,\"n\":1.0e5, \"id\":4111111111111111 }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "ids",
        "user_id",
        "userId",
        "photo_ids",
        "mid",
        "seq",
        "token",
        "message_token",
        "access_key",
        "key",
        "hash",
        "guid",
        "url",
        "photo_url",
        "link",
        "src",
        "media",
        "from",
        "id_str",
        "media_url_https",
        "file_unique_id",
        "timestamp_ms",
        "photo_200",
        "photo_max_orig"
      })
  void leavesReferencesInJsonAlone(String name) {
    String body =
        "{\"" + name + "\":\"4111111111111111\",\"x\":{\"" + name + "\":[\"4111111111111111\"]}}";

    assertThat(maskJson(body)).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"%s\":\"4111 1111 1111 1111\"}",
        "[[\"4111111111111111\"]]",
        "\"4111111111111111\"",
        "{\"id\":{\"name\":\"4111111111111111\"}}",
        "{\"from\":{\"first_name\":\"4111111111111111\"}}",
        "{\"text\":4111111111111111}",
        "{\"text\":[4111111111111111]}",
        "{\"text\":\"\\u0664\\u0661\\u0661\\u0661 1111 1111 1111\"}",
        "{\"text\":\"4111111111111111\"",
        "text=4111+4111111111111111",
        "4111 1111 1111 1111\u0000",
        "{\"a\":1}{\"b\":\"4111111111111111\"}",
        "[4111 1111 1111 1111]"
      })
  void neverLetsACardInFreeTextThrough(String body) {
    assertThat(maskJson(body)).isNotEqualTo(body).doesNotContain("11111111").contains("*");
  }

  @Test
  void writesANumberInATextFieldAsAString() {
    assertThat(maskJson("{\"text\":4111111111111111,\"date\":4111111111111111}"))
        .isEqualTo("{\"text\":\"411111******1111\",\"date\":4111111111111111}");
  }

  @Test
  void keepsBytesThatAreNotUtf8() {
    for (int round = 0; round < 5_000; round++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      byte[] plain = new String(noise, ISO_8859_1).replaceAll("[0-9]", "x").getBytes(ISO_8859_1);
      String around = new String(plain, ISO_8859_1);
      byte[] body = (around + "x: 4111111111111111 :x" + around).getBytes(ISO_8859_1);

      assertThat(new String(CardNumbers.maskJson(body), ISO_8859_1))
          .isEqualTo(around + "x: 411111******1111 :x" + around);
    }
  }

  @Test
  void keepsStrayBytesAndLoneSurrogatesInsideAMaskedJsonString() {
    String body = "{\"text\":\"\u00FF\\udc81 4111111111111111\",\"id\":\"4111111111111111\"}";

    byte[] masked = CardNumbers.maskJson(body.getBytes(ISO_8859_1));

    assertThat(new String(masked, ISO_8859_1))
        .isEqualTo("{\"text\":\"\u00FF\\udc81 411111******1111\",\"id\":\"4111111111111111\"}");
  }

  @Test
  void handsBackTheSameBytesWhenNothingWasFound() {
    byte[] body = "{\"text\":\"Привет \\ud83d\\ude00\"}".getBytes(UTF_8);

    assertThat(CardNumbers.maskJson(body)).isSameAs(body);
    assertThat(CardNumbers.maskJson(new byte[0])).isEmpty();
  }

  @Test
  @Timeout(20)
  void takesHostileBodiesInLinearTime() {
    int million = 1_000_000;
    List<String> bodies =
        List.of(
            "1".repeat(million),
            "4 ".repeat(million),
            "[".repeat(million),
            "{\"a\":".repeat(million / 4),
            "\"" + "\\u0034".repeat(million / 6) + "\"",
            "{\"text\":" + "4".repeat(million) + "}",
            "0-".repeat(million),
            "4\u200B".repeat(million / 2),
            "\"" + "\\".repeat(million));

    for (String body : bodies) {
      long begin = System.nanoTime();
      assertThatCode(() -> maskJson(body)).doesNotThrowAnyException();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
    }
  }

  private static String maskJson(String body) {
    return new String(CardNumbers.maskJson(body.getBytes(UTF_8)), UTF_8);
  }

  private String card(int length) {
    String digits = (1 + random.nextInt(9)) + number(length - 2);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 1 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private String number(int length) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < length; i++) {
      number.append(random.nextInt(10));
    }
    return number.toString();
  }

  private String written(String card) {
    int zero = ZEROS[random.nextInt(ZEROS.length)];
    String gap = GAPS.get(random.nextInt(GAPS.size()));
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < card.length(); i++) {
      written.append(i > 0 && i % 4 == 0 ? gap : "").appendCodePoint(zero + card.charAt(i) - '0');
    }
    return written.toString();
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(sign -> digits.append(Character.digit(sign, 10)));
    return digits.toString();
  }

  private static String withoutDigits(String text) {
    StringBuilder rest = new StringBuilder();
    text.codePoints()
        .filter(sign -> !Character.isDigit(sign) && sign != '*')
        .forEach(rest::appendCodePoint);
    return rest.toString();
  }

  @Test
  void anExactUuidIsNoCard() {
    String uuid = "22007001-2345-4781-8123-456781234567";
    for (int last = 0; last < 10; last++) {
      String key = uuid.substring(0, uuid.length() - 1) + last;
      assertThat(CardNumbers.mask(key)).isEqualTo(key);
      assertThat(maskJson("{\"metadata\":\"" + key + "\"}")).contains(key);
    }
    assertThat(CardNumbers.mask("карта 2200 7001 2345 6781")).contains("*");
  }
}
