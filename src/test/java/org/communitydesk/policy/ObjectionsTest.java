package org.communitydesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectionsTest {

  private final Objections objections =
      new Objections(() -> RuleBook.read().lists().get(WordLists.OBJECTIONS));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "не согласен",
        "Я НЕ СОГЛАСНА с блокировкой!",
        "За что меня забанили?",
        "почему вы меня заблокировали",
        "Разбаньте, пожалуйста",
        "снимите бан",
        "хочу обжаловать решение",
        "Несогласен",
        "Не\u00a0согласны мы",
        "За что бан?",
        "зачем вы мне мут",
        "РАЗБЛОКИРУЙТЕ МЕНЯ",
        "отмените предупреждение",
        "Забанили незаслуженно"
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
        "как забрать баннер",
        "За что списали комиссию? Карта в блоке",
        "Не знаю, согласен ли банк"
      })
  void aQuestionAboutACardIsNone(String text) {
    assertThat(objections.isObjection(text)).isFalse();
  }

  @Test
  void theOwnersPhraseIsHeardAtOnce() {
    List<String> list = new ArrayList<>(List.of("верните _ доступ"));
    Objections own = new Objections(() -> List.copyOf(list));
    assertThat(own.isObjection("Верните мне, пожалуйста, доступ")).isTrue();
    assertThat(own.isObjection("не согласен")).isFalse();
    list.add("не согласен");
    assertThat(own.isObjection("не согласен")).isTrue();
  }
}
