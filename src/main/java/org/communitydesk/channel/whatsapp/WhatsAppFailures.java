package org.communitydesk.channel.whatsapp;

import static org.communitydesk.channel.graph.GraphFailures.Verdict.busy;
import static org.communitydesk.channel.graph.GraphFailures.Verdict.lockedOut;
import static org.communitydesk.channel.graph.GraphFailures.Verdict.refused;
import static org.communitydesk.channel.graph.GraphFailures.Verdict.unsure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Map;
import org.communitydesk.channel.graph.GraphFailures;
import org.communitydesk.http.HttpAnswer;

/**
 * The Cloud API's error codes, of calls and of statuses
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes, 2026-11).
 */
final class WhatsAppFailures {

  static final GraphFailures TABLE =
      new GraphFailures(
          Map.ofEntries(
              Map.entry("0", lockedOut("ключ не узнан")),
              Map.entry("130429", busy(Duration.ofSeconds(10))),
              Map.entry("131056", busy(Duration.ofSeconds(16))),
              Map.entry("130472", refused("человек участвует в опыте WhatsApp")),
              Map.entry("130497", refused("в страну человека сообщения не отправляются")),
              Map.entry("131000", unsure("неизвестная ошибка")),
              Map.entry("131016", unsure("служба недоступна")),
              Map.entry("131005", lockedOut("не хватает прав")),
              Map.entry("131008", refused("в сообщении чего-то не хватает")),
              Map.entry("131009", refused("в сообщении неверное значение")),
              Map.entry("131021", refused("получатель и отправитель совпадают")),
              Map.entry(
                  "131026",
                  refused(
                      "доставить нельзя: нет WhatsApp, старая программа или нас заблокировали")),
              Map.entry("131030", refused("получателя нет в списке для испытаний")),
              Map.entry("131031", lockedOut("аккаунт заблокирован")),
              Map.entry("131042", lockedOut("аккаунт не оплачен")),
              Map.entry("131045", lockedOut("номер не зарегистрирован")),
              Map.entry(
                  "131047",
                  refused("человек писал больше 24 часов назад: можно отправить только шаблон")),
              Map.entry("131048", lockedOut("номер ограничен за рассылку")),
              Map.entry("131049", refused("WhatsApp бережёт человека от лишних сообщений")),
              Map.entry("131050", refused("человек отказался от таких сообщений")),
              Map.entry("131051", refused("такой вид сообщений не поддерживается")),
              Map.entry("131052", refused("файл человека не скачался")),
              Map.entry("131053", refused("наш файл не принят")),
              Map.entry("132000", refused("в шаблоне не то число подстановок")),
              Map.entry("132001", refused("такого шаблона нет")),
              Map.entry("132005", refused("текст шаблона слишком длинный")),
              Map.entry("132007", refused("шаблон нарушает правила WhatsApp")),
              Map.entry("132008", refused("шаблон записан с ошибкой")),
              Map.entry("132012", refused("подстановка шаблона записана с ошибкой")),
              Map.entry("132015", refused("шаблон приостановлен")),
              Map.entry("132016", refused("шаблон отключён")),
              Map.entry("133010", lockedOut("номер не зарегистрирован")),
              Map.entry("135000", unsure("общая ошибка")),
              Map.entry(
                  "139100",
                  refused("заблокировать можно только того, кто писал в последние 24 часа")),
              Map.entry("139101", refused("список заблокированных полон")),
              Map.entry("139102", busy(Duration.ofSeconds(10))),
              Map.entry("139103", unsure("внутренняя ошибка"))));

  private WhatsAppFailures() {}

  /** Why a message failed, as a status tells; the words are those of a call's failure. */
  static String reason(JsonNode error) {
    JsonNode envelope = JsonNodeFactory.instance.objectNode().set("error", error);
    return TABLE
        .judge(HttpAnswer.of(400, envelope))
        .map(Throwable::getMessage)
        .orElse("Meta не назвала причину");
  }
}
