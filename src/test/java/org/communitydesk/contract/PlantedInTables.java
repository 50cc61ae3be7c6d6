package org.communitydesk.contract;

import static org.communitydesk.contract.PlantedFault.in;

import java.util.List;

/** Faults in decisions and forms. */
final class PlantedInTables {

  private static final String TEXT = "«Текст ответа» (replyText)";
  private static final String DECISION = "«Что делаем с ответом?» (fixDecision)";

  static final List<PlantedFault> ALL =
      List.of(
          in(
              "triage.dmn",
              "<decision id=\"triage\"",
              "<decision id=\"routing\"",
              "",
              "the decision routing should be named like its file."),
          in(
              "triage.dmn",
              " camunda:historyTimeToLive=\"P365D\"",
              "",
              "",
              "the decision needs a history time to live."),
          in(
              "triage.dmn",
              "<text>kind</text>",
              "<text>kinds</text>",
              "«Вид обращения» (kinds)",
              "kinds is not a known variable. Did you mean kind? See CATALOG.md."),
          in(
              "triage.dmn",
              "name=\"priority\"",
              "name=\"urgency\"",
              "«Срочность (0–100)» (urgency)",
              "urgency is not a known variable. See CATALOG.md."),
          in(
              "triage.dmn",
              "<text>\"PRIVATE\"</text>",
              "<text>\"PRIVAT\"</text>",
              "row 4 (kind)",
              "PRIVAT is not a value of kind. Did you mean PRIVATE? See CATALOG.md."),
          in(
              "triage.dmn",
              "typeRef=\"long\"",
              "typeRef=\"string\"",
              "«Срочность (0–100)» (priority)",
              "the type should be long."),
          in(
              "triage.dmn",
              "hitPolicy=\"FIRST\"",
              "hitPolicy=\"COLLECT\"",
              "",
              "the hit policy should be First or Unique."),
          in(
              "triage.dmn",
              "<inputEntry id=\"triage-rule-5-kind\">\n          <text></text>",
              "<inputEntry id=\"triage-rule-5-kind\">\n          <text>\"COMMENT\"</text>",
              "",
              "a row for everything else is missing: one with empty conditions."),
          in(
              "fix-reply.form",
              "\"id\": \"fix-reply\"",
              "\"id\": \"Form_1\"",
              "",
              "the form Form_1 should be named like its file."),
          in(
              "fix-reply.form",
              "\"schemaVersion\": 16",
              "\"schemaVersion\": 19",
              "",
              "Tasklist shows schema version 16, the form was saved with a newer one."),
          in(
              "fix-reply.form",
              "Camunda Platform",
              "Camunda Cloud",
              "",
              "the form should be made for Camunda Platform 7."),
          in(
              "fix-reply.form",
              "\"textarea\"",
              "\"filepicker\"",
              TEXT,
              "a filepicker does not work in Tasklist 7.24."),
          in(
              "fix-reply.form",
              "\"key\": \"replyText\"",
              "\"key\": \"replytext\"",
              "«Текст ответа» (replytext)",
              "replytext is not a known variable. Did you mean replyText? See CATALOG.md."),
          in(
              "fix-reply.form",
              "\"key\": \"fixDecision\"",
              "\"key\": \"replyText\"",
              TEXT,
              "the field stands in the form twice."),
          in(
              "fix-reply.form",
              "\"type\": \"textarea\",",
              "\"type\": \"textarea\", \"readonly\": true,",
              TEXT,
              "a read-only field is sent back as text: show it instead."),
          in(
              "fix-reply.form",
              "\"radio\"",
              "\"checkbox\"",
              DECISION,
              "a checkbox does not fit, see fixDecision in CATALOG.md."),
          in(
              "fix-reply.form",
              "\"value\": \"DROP\"",
              "\"value\": \"DORP\"",
              DECISION,
              "DORP is not a value of fixDecision. Did you mean DROP? See CATALOG.md."),
          in(
              "fix-reply.form",
              "\"defaultValue\": \"PUBLISH\"",
              "\"defaultValue\": \"SEND\"",
              DECISION,
              "SEND is not a value of fixDecision. See CATALOG.md."),
          in(
              "fix-reply.form",
              "\"=textLimit\"",
              "\"=textLimits\"",
              TEXT,
              "textLimits is not a known variable. Did you mean textLimit? See CATALOG.md."),
          in(
              "fix-reply.form",
              "{{problem}}",
              "{{problems}}",
              "«» (problemShown)",
              "problems is not a known variable. Did you mean problem? See CATALOG.md."));

  private PlantedInTables() {}
}
