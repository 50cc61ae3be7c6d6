package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.policy.Thanks;
import org.communitydesk.process.Choices.Reaction;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Узнаёт, что стало с ответом: не дошёл, человек молчит, поблагодарил или написал другое.")
class ReadReaction implements JavaDelegate {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Publications publications;
  private final Thanks thanks;

  ReadReaction(
      CaseFiles files, Conversations conversations, Publications publications, Thanks thanks) {
    this.files = files;
    this.conversations = conversations;
    this.publications = publications;
    this.thanks = thanks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Variables.REACTION.set(execution, reaction(Variables.CASE_ID.in(execution)));
    Variables.ADVOCATE_ASKED.set(execution, Variables.USE_ADVOCATE.find(execution).orElse(false));
  }

  private Reaction reaction(String caseId) {
    if (publications.failedAfterAll(caseId).isPresent()) {
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
