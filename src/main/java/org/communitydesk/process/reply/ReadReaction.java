package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Turn;
import org.communitydesk.policy.Thanks;
import org.communitydesk.process.Choices.Reaction;
import org.communitydesk.process.LostReplies;
import org.communitydesk.process.Variables;
import org.communitydesk.process.appeal.CaseTimer;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Узнаёт, что стало с ответом: не дошёл, человек молчит, поблагодарил или написал другое. Слово"
        + " снова у нас, часы обращения идут.")
class ReadReaction implements JavaDelegate {

  private final CaseFiles files;
  private final Conversations conversations;
  private final LostReplies lost;
  private final Thanks thanks;
  private final Clocks clocks;
  private final CaseTimer timer;

  ReadReaction(
      CaseFiles files,
      Conversations conversations,
      LostReplies lost,
      Thanks thanks,
      Clocks clocks,
      CaseTimer timer) {
    this.files = files;
    this.conversations = conversations;
    this.lost = lost;
    this.thanks = thanks;
    this.clocks = clocks;
    this.timer = timer;
  }

  @Override
  public void execute(DelegateExecution execution) {
    clocks.giveWord(Variables.CASE_ID.in(execution), Turn.DESK);
    timer.wake(Variables.CASE_ID.in(execution));
    Variables.REACTION.set(execution, reaction(Variables.CASE_ID.in(execution)));
    Variables.ADVOCATE_ASKED.set(execution, Variables.USE_ADVOCATE.find(execution).orElse(false));
  }

  private Reaction reaction(String caseId) {
    if (lost.latest(caseId).isPresent()) {
      return Reaction.UNDELIVERED;
    }
    if (!files.hasUnread(caseId)) {
      return Reaction.SILENT;
    }
    return thanks.isThanks(conversations.answered(caseId, null).text())
        ? Reaction.THANKFUL
        : Reaction.WROTE;
  }
}
