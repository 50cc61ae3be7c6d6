package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Replies;
import org.communitydesk.policy.CommunicationRules;
import org.communitydesk.policy.CommunicationRules.Check;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Проверяет ответ по правилам коммуникации и по длине, собирает факты для таблицы «Согласование ответа».")
class CheckReply implements JavaDelegate {

  private final CaseFiles files;
  private final Journal journal;
  private final Replies replies;
  private final ReplyCheck check;
  private final ReplyFacts facts;

  CheckReply(
      CaseFiles files, Journal journal, Replies replies, ReplyCheck check, ReplyFacts facts) {
    this.files = files;
    this.journal = journal;
    this.replies = replies;
    this.check = check;
    this.facts = facts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    long replyId = Variables.REPLY_ID.in(execution);
    Check checked = check.of(file, replies.of(replyId));
    if (checked.breach() != null) {
      journal.note(file.caseId(), null, Note.Kind.RULES, checked.breach());
    }
    Variables.REPLY_ALLOWED.set(execution, checked.breach() == null);
    Variables.MONEY_PROMISED.set(execution, checked.breaks(CommunicationRules.MONEY_PROMISED));
    Variables.LEGAL_WORDS.set(execution, checked.breaks(CommunicationRules.LEGAL_WORDS));
    Variables.COMMUNICATION_VERDICT.set(execution, checked.verdict());
    Variables.ANSWER_APPROVED.set(
        execution,
        checked.breach() == null && replies.written(file.caseId(), replyId).incidentId() != null);
    facts.gather(execution, file, replyId);
  }
}
