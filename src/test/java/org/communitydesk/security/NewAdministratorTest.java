package org.communitydesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewAdministratorTest {

  private static final String PASSWORD = "верный конь и батарейка";

  @Test
  void acceptsALoginANameAndALongPassword() {
    assertThat(wanted("irina", "Ирина Лебедева", PASSWORD, PASSWORD).fault()).isEmpty();
  }

  @Test
  void saysWhichLoginsTheEngineTakes() {
    for (String id : new String[] {"", "a", "ирина", "two words", "a\u0000b", "x".repeat(65)}) {
      assertThat(wanted(id, "Ирина", PASSWORD, PASSWORD).fault().orElse("")).startsWith("Логин");
    }
  }

  @Test
  void asksForAName() {
    assertThat(wanted("irina", " ", PASSWORD, PASSWORD).fault()).isPresent();
    assertThat(wanted("irina", "Ири\u0000на", PASSWORD, PASSWORD).fault()).isPresent();
    assertThat(wanted("irina", "И".repeat(101), PASSWORD, PASSWORD).fault()).isPresent();
  }

  @Test
  void refusesWeakPasswords() {
    assertThat(wanted("irina", "Ирина", "тринадцатьзна", "тринадцатьзна").fault())
        .hasValue("Пароль должен быть не короче 14 знаков.");
    assertThat(wanted("irina", "Ирина", "a".repeat(14), "a".repeat(14)).fault()).isPresent();
    assertThat(wanted("irina", "Ирина", PASSWORD.repeat(10), PASSWORD.repeat(10)).fault())
        .isPresent();
    assertThat(wanted("irina", "Ирина", "irina хочет чаю", "irina хочет чаю").fault().orElse(""))
        .contains("логина");
    assertThat(wanted("irina", "Ирина", "qwertyuiopasdfgh", "qwertyuiopasdfgh").fault().orElse(""))
        .contains("соседних клавиш");
  }

  @Test
  void noticesAMistypedPassword() {
    assertThat(wanted("irina", "Ирина", PASSWORD, PASSWORD + " ").fault())
        .hasValue("Пароли не совпадают.");
  }

  @Test
  void showsNoSecretsInLogs() {
    assertThat(wanted("irina", "Ирина", PASSWORD, PASSWORD).toString())
        .doesNotContain(PASSWORD)
        .doesNotContain("token-of-the-test");
  }

  private static NewAdministrator wanted(String id, String name, String password, String again) {
    return new NewAdministrator("token-of-the-test", id, name, password, again);
  }
}
