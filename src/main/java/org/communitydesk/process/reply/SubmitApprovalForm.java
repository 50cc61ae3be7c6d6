package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Reading;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает в дело решение старшего смены, его правку и замечание.")
class SubmitApprovalForm implements TaskListener {

  private final CaseFiles files;
  private final Journal journal;
  private final Replies replies;
  private final ReplyCheck check;
  private final Reading reading;

  SubmitApprovalForm(
      CaseFiles files, Journal journal, Replies replies, ReplyCheck check, Reading reading) {
    this.files = files;
    this.journal = journal;
    this.replies = replies;
    this.check = check;
    this.reading = reading;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file = files.of(Submitted.caseId(task));
    String who = Submitted.by(task);
    switch (Submitted.decision(task, Variables.APPROVAL_DECISION)) {
      case APPROVE -> {
        Submitted.text(task, Variables.REPLY_TEXT).ifPresent(text -> edit(task, file, who, text));
        journal.record(file.caseId(), who, TimelineEvent.What.REPLY_APPROVED, null);
      }
      case RETURN -> {
        journal.note(
            file.caseId(), who, Note.Kind.REMARK, Submitted.required(task, Variables.REMARK));
        journal.record(file.caseId(), who, TimelineEvent.What.REPLY_RETURNED, null);
      }
      case DROP -> journal.record(file.caseId(), who, TimelineEvent.What.REPLY_DROPPED, null);
    }
    Submitted.text(task, Variables.REPLY_TEXT);
    Submitted.text(task, Variables.REMARK);
  }

  /** The form holds the beginning of a very long text: sent back as it was, it changes nothing. */
  private void edit(DelegateTask task, CaseFile file, String who, String text) {
    long earlier = Variables.REPLY_ID.in(task);
    ReplyDraft before = replies.of(earlier);
    if (isSame(text, before.text()) || isSame(text, FormSheet.fits(before.text()))) {
      return;
    }
    String breach = check.of(file, new ReplyDraft(text, before.kind(), null, null)).breach();
    if (breach != null) {
      throw new IllegalArgumentException(breach);
    }
    files.draft(file.caseId(), text);
    reading.decided(task);
    Variables.REPLY_ID.set(task.getExecution(), replies.rewrite(earlier, file.caseId(), who, text));
    journal.record(file.caseId(), who, TimelineEvent.What.REPLY_EDITED, null);
  }

  /** A browser sends its own ends of lines. */
  private static boolean isSame(String sent, String kept) {
    return sent.strip().replace("\r\n", "\n").equals(kept.strip().replace("\r\n", "\n"));
  }
}
