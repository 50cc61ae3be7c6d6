package org.communitydesk.contract;

import static org.communitydesk.contract.PlantedFault.in;

import java.util.List;

/** Faults in events, gateways, arrows and names. */
final class PlantedInPaths {

  private static final String FIRST_FLOW = "<bpmn:sequenceFlow id=\"replyWrittenToBeforeChecking\"";
  private static final String DROP = "${fixDecision == 'DROP'}";
  private static final String DROP_FLOW =
      "«Публикуем исправленный? → beforeDropping, нет» (isFixedToBeforeDropping)";

  static final List<PlantedFault> ALL =
      List.of(
          in(
              "appeal.bpmn",
              "name=\"userReplied\"",
              "name=\"userReplyed\"",
              "«Пользователь написал ещё» (userReplied)",
              "userReplyed is not a known message. Did you mean userReplied? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "errorCode=\"REPLY_REFUSED\"",
              "errorCode=\"REFUSED\"",
              "«Платформа отказала» (replyRefused)",
              "REFUSED is not a known error. See CATALOG.md."),
          in(
              "scheme-1-constructive.bpmn",
              "id=\"replyIsNotOutTrigger\" escalationRef=\"replyIsNotOutEscalation\"",
              "id=\"replyIsNotOutTrigger\" escalationRef=\"personWaitsEscalation\"",
              "«Ответ не вышел» (appealUnanswered)",
              "nothing around it catches replyIsNotOut."),
          in(
              "scheme-1-constructive.bpmn",
              "id=\"appealUnansweredTrigger\" escalationRef=\"replyIsNotOutEscalation\"",
              "id=\"appealUnansweredTrigger\" escalationRef=\"personWaitsEscalation\"",
              "«Ответ не вышел» (replyIsNotOut)",
              "nothing inside throws replyIsNotOut."),
          in(
              "publish-reply.bpmn",
              ">PT5M<",
              ">5M<",
              "«Пять минут» (tryAgainLater)",
              "5M is not a duration like PT30S, PT5M or P3D."),
          in(
              "scheme-1-constructive.bpmn",
              "${quietPeriod}",
              "${quitePeriod}",
              "«Тишина» (quietPeriodOver)",
              "${quitePeriod} is not a known variable. Did you mean ${quietPeriod}? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "Публикуем исправленный?",
              "Исправлено",
              "«Исправлено» (isFixed)",
              "the label should be a question."),
          in(
              "publish-reply.bpmn",
              " default=\"isFixedToBeforeChecking\"",
              "",
              "«Публикуем исправленный?» (isFixed)",
              "one arrow should be the default."),
          in(
              "publish-reply.bpmn",
              "id=\"isFixedToBeforeChecking\" name=\"да\"",
              "id=\"isFixedToBeforeChecking\"",
              "«Публикуем исправленный? → beforeChecking» (isFixedToBeforeChecking)",
              "the arrow needs a label."),
          in(
              "publish-reply.bpmn",
              "default=\"isFixedToBeforeChecking\"",
              "default=\"isFixedToBeforeDropping\"",
              "«Публикуем исправленный? → beforeChecking, да» (isFixedToBeforeChecking)",
              "the arrow needs a condition."),
          in(
              "publish-reply.bpmn",
              "default=\"isFixedToBeforeChecking\"",
              "default=\"isFixedToBeforeDropping\"",
              DROP_FLOW,
              "the default arrow has no condition."),
          in(
              "publish-reply.bpmn",
              DROP,
              "${fixDecision.equals('DROP')}",
              DROP_FLOW,
              "${fixDecision.equals('DROP')} should be like ${unread} or ${replyDecision == 'REPLY'}."),
          in(
              "publish-reply.bpmn",
              DROP,
              "${fixDecisions == 'DROP'}",
              DROP_FLOW,
              "${fixDecisions == 'DROP'} is not built from known variables."
                  + " Did you mean ${fixDecision == 'DROP'}? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              DROP,
              "${fixDecision == 'DORP'}",
              DROP_FLOW,
              "DORP is not a value of fixDecision. Did you mean DROP? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              DROP,
              "${fixDecision}",
              DROP_FLOW,
              "fixDecision is not a yes or no: compare it with a value."),
          in(
              "publish-reply.bpmn",
              "<bpmn:process id=\"publish-reply\"",
              "<bpmn:process id=\"publish\"",
              "",
              "the process publish should be named like its file."),
          in(
              "publish-reply.bpmn",
              "isExecutable=\"true\"",
              "isExecutable=\"false\"",
              "",
              "the process is not executable."),
          in(
              "publish-reply.bpmn",
              " camunda:historyTimeToLive=\"P365D\"",
              "",
              "",
              "the process needs a history time to live."),
          in(
              "publish-reply.bpmn",
              "</bpmn:process>",
              "</bpmn:process><bpmn:process id=\"second\" isExecutable=\"true\" />",
              "",
              "one file holds one process."),
          in(
              "publish-reply.bpmn",
              "</bpmn:process>",
              "</bpmn:process><bpmn:process id=\"second\" isExecutable=\"true\" />",
              "",
              "the process needs documentation: purpose, owner, business key."),
          in(
              "publish-reply.bpmn",
              "\"replyDropped\"",
              "\"Event_1h1dw1m\"",
              "«Ответ снят» (Event_1h1dw1m)",
              "the id should be English words like replyRefused."),
          in(
              "publish-reply.bpmn",
              " name=\"Ответ снят\"",
              "",
              "«» (replyDropped)",
              "a label is missing."),
          in(
              "publish-reply.bpmn",
              FIRST_FLOW,
              "<bpmn:scriptTask id=\"count\" name=\"Посчитать\" />" + FIRST_FLOW,
              "«Посчитать» (count)",
              "scripts are not allowed."),
          in(
              "publish-reply.bpmn",
              FIRST_FLOW,
              "<bpmn:manualTask id=\"think\" name=\"Подумать\" />" + FIRST_FLOW,
              "«Подумать» (think)",
              "a manual task does nothing: use a user task."),
          in(
              "publish-reply.bpmn",
              FIRST_FLOW,
              "<bpmn:task id=\"think\" name=\"Подумать\" />" + FIRST_FLOW,
              "«Подумать» (think)",
              "the task has no type and does nothing."),
          in(
              "publish-reply.bpmn",
              "<bpmn:messageEventDefinition id=\"outcomeKnownTrigger\" messageRef=\"outcomeKnownMessage\" />",
              "<bpmn:signalEventDefinition id=\"outcomeKnownTrigger\" />",
              "«Исход стал известен» (outcomeKnown)",
              "signals are not allowed: use a message."),
          in(
              "publish-reply.bpmn",
              "<camunda:inputParameter name=\"settledAs\">DROPPED<",
              "<camunda:inputParameter name=\"settledAs\"><camunda:script scriptFormat=\"x\">1</camunda:script><",
              "«Записать: ответ снят» (settlePublicationDropped)",
              "scripts are not allowed."),
          in(
              "publish-reply.bpmn",
              "<camunda:taskListener delegateExpression=\"${submitFixForm}\" event=\"complete\" />",
              "<camunda:taskListener delegateExpression=\"${submitFixForm}\" event=\"complete\">"
                  + "<camunda:field name=\"x\" stringValue=\"y\" /></camunda:taskListener>",
              "«Исправить ответ» (fixReply)",
              "injected fields are not allowed."),
          new PlantedFault(
              "appeal.bpmn",
              "${announceReply}",
              "${gatherContext}",
              "processes: the task announceReply is used nowhere."),
          new PlantedFault(
              "publish-reply.bpmn",
              "${submitFixForm}",
              "${submitApprovalForm}",
              "processes: the listener submitFixForm is used nowhere."),
          new PlantedFault(
              "appeal.bpmn",
              "name=\"userReplied\"",
              "name=\"replyJoined\"",
              "processes: the message userReplied is used nowhere."),
          new PlantedFault(
              "publish-reply.bpmn",
              "REPLY_REFUSED",
              "REFUSED",
              "processes: the error REPLY_REFUSED is used nowhere."),
          new PlantedFault(
              "publish-reply.bpmn",
              "formRef=\"fix-reply\"",
              "formRef=\"approve-reply\"",
              "fix-reply.form: no user task shows this form."),
          new PlantedFault(
              "scheme-3-negative.bpmn",
              "decisionRef=\"official-means\"",
              "decisionRef=\"triage\"",
              "official-means.dmn: no task asks this decision."));

  private PlantedInPaths() {}
}
