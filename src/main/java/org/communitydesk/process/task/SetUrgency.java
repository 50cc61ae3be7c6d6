package org.communitydesk.process.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Entry;
import org.communitydesk.channel.Channels;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Считает, к какому часу нужен ответ (срок или закрытие окна ответа) и когда поднять срочность (вход warnBefore).")
class SetUrgency implements JavaDelegate {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Channels channels;

  SetUrgency(CaseFiles files, Conversations conversations, Channels channels) {
    this.files = files;
    this.conversations = conversations;
    this.channels = channels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    Entry answered = conversations.answered(file.caseId(), null);
    Optional<Instant> shut =
        channels
            .of(file.account())
            .capabilities()
            .answerWithin(answered.kind(), answered.kind())
            .map(answered.at()::plus);
    Instant dueAt = Variables.DUE_AT.in(execution);
    Instant answerBy = shut.filter(dueAt::isAfter).orElse(dueAt);
    Variables.ANSWER_BY.set(execution, answerBy);
    Variables.URGENT_AT.set(
        execution, answerBy.minus(Duration.parse(Variables.WARN_BEFORE.in(execution))));
  }
}
