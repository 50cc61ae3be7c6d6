package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.Wording;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.TextLimit;
import org.communitydesk.conversation.Kind;
import org.communitydesk.policy.CommunicationRules;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Проверяет ответ по правилам коммуникации и по длине, которую принимает платформа.")
class CheckReply implements JavaDelegate {

  private final CaseFiles files;
  private final Journal journal;
  private final Replies replies;
  private final Conversations conversations;
  private final Channels channels;
  private final CommunicationRules rules;

  CheckReply(
      CaseFiles files,
      Journal journal,
      Replies replies,
      Conversations conversations,
      Channels channels,
      CommunicationRules rules) {
    this.files = files;
    this.journal = journal;
    this.replies = replies;
    this.conversations = conversations;
    this.channels = channels;
    this.rules = rules;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    Wording wording = replies.of(Variables.REPLY_ID.in(execution));
    String text = wording.text();
    Kind kind =
        wording.kind() == null
            ? conversations.answered(file.caseId(), null).kind()
            : wording.kind();
    TextLimit limit = channels.of(file.account()).capabilities().textLimit(kind);
    CommunicationRules.Verdict verdict =
        rules.check(text, limit.counting().count(text), limit.most());
    if (verdict.breach() != null) {
      journal.note(file.caseId(), null, Note.Kind.RULES, verdict.breach());
    }
    Variables.REPLY_ALLOWED.set(execution, verdict.breach() == null);
    Variables.MONEY_PROMISED.set(execution, verdict.moneyPromised().isPresent());
    Variables.LEGAL_WORDS.set(execution, verdict.legalWords().isPresent());
  }
}
