package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2Test {

  /** Worked out with Python: hashlib.pbkdf2_hmac('sha512', 'пароль', bytes(16), 1000, 32). */
  private static final String FROM_ELSEWHERE =
      "1000$AAAAAAAAAAAAAAAAAAAAAA$xiLUxRo/+g0I+qkjGVdbfv9RrKHhWpRld7iI5xIKA5c";

  @Test
  void agreesWithAnotherImplementation() {
    assertThat(Pbkdf2.matches("пароль", FROM_ELSEWHERE)).isTrue();
    assertThat(Pbkdf2.matches("Пароль", FROM_ELSEWHERE)).isFalse();
  }

  @Test
  void everyHashHasASaltAndItsIterations() {
    String hash = Pbkdf2.hash("пароль", 1_000);
    assertThat(hash).startsWith("1000$").isNotEqualTo(Pbkdf2.hash("пароль", 1_000));
    assertThat(Pbkdf2.iterations(hash)).isEqualTo(1_000);
    assertThat(Pbkdf2.matches("пароль", hash)).isTrue();
    assertThat(Pbkdf2.ITERATIONS).isGreaterThanOrEqualTo(210_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "0$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "99999999$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "1000$AAAA$AAAA",
        "999999999999$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void takesNoOtherTextForAHash(String text) {
    assertThat(Pbkdf2.matches("пароль", text)).isFalse();
  }
}
