package org.communitydesk.contract;

import static org.communitydesk.contract.PlantedFault.in;

import java.util.List;

/** Faults in what tasks name. */
final class PlantedInTasks {

  private static final String CHECK = "«Проверить по правилам коммуникации» (checkReply)";
  private static final String FIX = "«Исправить ответ» (fixReply)";
  private static final String APPROVAL = "«Нужно ли согласование» (replyApproval)";
  private static final String READ_BACK = "«Найти ответ на платформе» (readBackReply)";
  private static final String REPEAT = "«Разрешить повтор» (allowRepeat)";
  private static final String CALL = "«Публикация ответа» (publishReply)";
  private static final String DROPPED = "«Записать: ответ снят» (settlePublicationDropped)";

  static final List<PlantedFault> ALL =
      List.of(
          in(
              "publish-reply.bpmn",
              "${checkReply}",
              "${checkReplyy}",
              CHECK,
              "${checkReplyy} is not a known task. Did you mean ${checkReply}? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "camunda:delegateExpression=\"${checkReply}\"",
              "",
              CHECK,
              "a delegate expression like ${adoptDrift} is missing."),
          in(
              "publish-reply.bpmn",
              "\"${allowRepeat}\"",
              "\"${checkReply}\"",
              REPEAT,
              "the id should be checkReply, for a second use with more words behind it."),
          in(
              "publish-reply.bpmn",
              "\"${readBackReply}\" camunda:asyncBefore=\"true\"",
              "\"${readBackReply}\"",
              READ_BACK,
              "the task leaves the house and needs “asynchronous before”."),
          in(
              "publish-reply.bpmn",
              "<camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>",
              "",
              READ_BACK,
              "the task leaves the house and needs a retry time cycle."),
          in(
              "publish-reply.bpmn",
              "attachedToRef=\"publishReply\"",
              "attachedToRef=\"readBackReply\"",
              "«Опубликовать ответ» (publishReply)",
              "the task can fail for good and needs an error event on its border."),
          in(
              "publish-reply.bpmn",
              "${submitFixForm}",
              "${submitFixFormm}",
              FIX,
              "${submitFixFormm} is not a known listener of forms. Did you mean ${submitFixForm}? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "formRef=\"fix-reply\"",
              "formRef=\"fix-replay\"",
              FIX,
              "fix-replay is not a known form. Did you mean fix-reply? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "formRef=\"fix-reply\"",
              "formRef=\"approve-reply\"",
              FIX,
              "the task should have the form fix-reply."),
          in(
              "publish-reply.bpmn",
              "formRefBinding=\"latest\"",
              "formRefBinding=\"deployment\"",
              FIX,
              "the form should be bound to “latest”."),
          in(
              "publish-reply.bpmn",
              "candidateGroups=\"moderators\"",
              "candidateGroups=\"moderator\"",
              FIX,
              "moderator is not a known group of people. Did you mean moderators? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "camunda:candidateGroups=\"moderators\"",
              "",
              FIX,
              "the task needs candidate groups, or nobody finds it."),
          in(
              "publish-reply.bpmn",
              "dueDate=\"${dueAt}\"",
              "dueDate=\"${dueTo}\"",
              FIX,
              "${dueTo} is not a known variable. Did you mean ${dueAt}? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "decisionRef=\"reply-approval\"",
              "decisionRef=\"reply-aproval\"",
              APPROVAL,
              "reply-aproval is not a known decision. Did you mean reply-approval? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "decisionRefBinding=\"latest\"",
              "decisionRefBinding=\"version\"",
              APPROVAL,
              "the decision should be bound to “latest”."),
          in(
              "publish-reply.bpmn",
              "camunda:decisionRefBinding",
              "camunda:resultVariable=\"result\" camunda:decisionRefBinding",
              APPROVAL,
              "a result variable is not allowed: name the outputs one by one."),
          in(
              "scheme-1-constructive.bpmn",
              "calledElement=\"publish-reply\"",
              "calledElement=\"publish-replies\"",
              CALL,
              "publish-replies is not a known process. Did you mean publish-reply? See CATALOG.md."),
          in(
              "scheme-1-constructive.bpmn",
              "calledElementBinding=\"latest\"",
              "calledElementBinding=\"deployment\"",
              CALL,
              "the called process should be bound to “latest”."),
          in(
              "scheme-1-constructive.bpmn",
              "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
              "",
              CALL,
              "the called process needs the business key #{execution.processBusinessKey}."),
          in(
              "scheme-1-constructive.bpmn",
              "<camunda:in source=\"replyId\" target=\"replyId\" />",
              "<camunda:in variables=\"all\" />",
              CALL,
              "variables cross the border one by one, from a name to a name."),
          in(
              "scheme-1-constructive.bpmn",
              "<camunda:in source=\"replyId\"",
              "<camunda:in source=\"somethingElse\"",
              CALL,
              "somethingElse is not a known variable. See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              "outputParameter name=\"approvalNeeded\"",
              "outputParameter name=\"aprovalNeeded\"",
              APPROVAL,
              "aprovalNeeded is not a known variable. Did you mean approvalNeeded? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              ">DROPPED<",
              ">DROPED<",
              DROPPED,
              "DROPED is not a value of settledAs. Did you mean DROPPED? See CATALOG.md."),
          in(
              "publish-reply.bpmn",
              ">DROPPED<",
              ">${settledAs.trim()}<",
              DROPPED,
              "${settledAs.trim()} is too clever: name one variable."),
          in(
              "publish-reply.bpmn",
              "camunda:delegateExpression=\"${checkReply}\"",
              "camunda:class=\"org.example.Check\"",
              CHECK,
              "“class” is not allowed: use a delegate expression."),
          in(
              "publish-reply.bpmn",
              "camunda:formRef=\"fix-reply\"",
              "camunda:formKey=\"fix\"",
              FIX,
              "“formKey” is not allowed: use a delegate expression."),
          in(
              "publish-reply.bpmn",
              "delegateExpression=\"${submitFixForm}\"",
              "expression=\"${1+1}\"",
              FIX,
              "“expression” is not allowed: use a delegate expression."));

  private PlantedInTasks() {}
}
