package org.communitydesk.process.appeal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.SlaTimer;
import org.communitydesk.cases.Turn;
import org.communitydesk.channel.Channels;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Слово снова у нас, часы обращения идут. Считает, к какому часу нужен ответ (срок или закрытие окна ответа) и когда поднять срочность (до закрытия окна — вход warnBefore).")
class SetUrgency implements JavaDelegate {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Channels channels;
  private final Clocks clocks;
  private final CaseTimer timer;

  SetUrgency(
      CaseFiles files,
      Conversations conversations,
      Channels channels,
      Clocks clocks,
      CaseTimer timer) {
    this.files = files;
    this.conversations = conversations;
    this.channels = channels;
    this.clocks = clocks;
    this.timer = timer;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    clocks.giveWord(file.caseId(), Turn.DESK);
    timer.wake(file.caseId());
    Optional<SlaTimer> clock = clocks.current(file.caseId());
    CaseMessage answered = conversations.answered(file.caseId(), null);
    Optional<Instant> shut =
        channels
            .of(file.account())
            .capabilities()
            .answerWithin(answered.kind(), answered.kind())
            .map(answered.at()::plus);
    Duration before = Duration.parse(Variables.WARN_BEFORE.in(execution));
    Instant dueAt = clock.map(SlaTimer::dueAt).orElseGet(() -> Variables.DUE_AT.in(execution));
    Instant warnAt = clock.map(SlaTimer::warnAt).orElse(dueAt.minus(before));
    Variables.DUE_AT.set(execution, dueAt);
    Variables.ANSWER_BY.set(execution, shut.filter(dueAt::isAfter).orElse(dueAt));
    Variables.URGENT_AT.set(
        execution, shut.map(at -> at.minus(before)).filter(warnAt::isAfter).orElse(warnAt));
  }
}
