package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  private static final List<String> ANNA =
      List.of("anna", "Анна", "Соколова", "a.sokolova@mir.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "верный конь и батарейка",
        "correct horse battery",
        "жирафы-поют-в-опере",
        "7Tq!vLw2#mZp9xRd",
        "ещё один длинный пароль",
        "мир труд май и немного соли",
        "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 тоже годится"
      })
  void takesWhatNobodyGuesses(String good) {
    assertThat(PasswordRule.broken(good, ANNA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "sandbox",
        "пароль",
        "aaaaaaaaaaaaaaaaaaaa",
        "12345678901234567890",
        "qwertyuiop[]1234",
        "0987654321poiuytrewq",
        "йцукенгшщзхъ2026",
        "1qaz2wsx3edc4rfv",
        "Password12345678",
        "P@$$w0rd P@$$w0rd",
        "passwordpasswordpassword",
        "Пароль!Пароль!Пароль!",
        "gfhjkmgfhjkm2025",
        "AdminAdmin2026!!",
        "Moderator-Moderator",
        "абвгдежзийклмн",
        "лето2026лето2026",
        "abcabcabcabcabcabc",
        "..............!!!!????,,,,",
        "моя Соколова навсегда",
        "ANNA forever and ever",
        "a.sokolova любит чай"
      })
  void refusesWhatIsTriedFirst(String weak) {
    assertThat(PasswordRule.broken(weak, ANNA)).isNotEmpty();
  }

  @Test
  void aVeryLongOneIsRefusedWithoutBeingRead() {
    assertThat(PasswordRule.broken("верный конь ".repeat(100_000), ANNA))
        .contains(PasswordRule.NOT_TOO_LONG)
        .doesNotContain(PasswordRule.NOT_COMMON);
  }
}
