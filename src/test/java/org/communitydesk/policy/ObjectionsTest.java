package org.communitydesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectionsTest {

  private final Objections objections = new Objections();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "не согласен",
        "Я НЕ СОГЛАСНА с блокировкой!",
        "За что меня забанили?",
        "почему вы меня заблокировали",
        "Разбаньте, пожалуйста",
        "снимите бан",
        "хочу обжаловать решение"
      })
  void anObjectionIsHeard(String text) {
    assertThat(objections.isObjection(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Разблокируйте карту",
        "Почему карта заблокирована?",
        "согласен",
        "снимите комиссию",
        "как забрать баннер"
      })
  void aQuestionAboutACardIsNone(String text) {
    assertThat(objections.isObjection(text)).isFalse();
  }
}
