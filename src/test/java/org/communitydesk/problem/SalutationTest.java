package org.communitydesk.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalutationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {имя}, здравствуйте!        | Пётр Иванов   | Пётр, здравствуйте!
          {Имя}, здравствуйте!        | ''            | Здравствуйте!
          Здравствуйте, {имя}!        | ''            | Здравствуйте!
          Здравствуйте, {имя}, это мы | ''            | Здравствуйте, это мы
          Здравствуйте, {имя}!        | Анна-Мария    | Здравствуйте, Анна-Мария!
          Добрый день {имя}, это мы   | xXx_2007_$1   | Добрый день, это мы
          Мы всё починили             | ''            | Мы всё починили
          """)
  void aNameIsFilledInOrLeftOut(String text, String name, String read) {
    assertThat(Salutation.fill(text, name)).isEqualTo(read);
  }
}
