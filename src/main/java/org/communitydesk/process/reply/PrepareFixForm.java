package org.communitydesk.process.reply;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Replies;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму исправления: текст и причина, почему его нельзя опубликовать.")
class PrepareFixForm implements TaskListener {

  private static final List<Note.Kind> REASONS = List.of(Note.Kind.RULES, Note.Kind.REMARK);

  private final FormSheet sheet;
  private final Journal journal;
  private final Replies replies;

  PrepareFixForm(FormSheet sheet, Journal journal, Replies replies) {
    this.sheet = sheet;
    this.journal = journal;
    this.replies = replies;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.FIX_DECISION);
    sheet.replyField(task, file, replies.text(Variables.REPLY_ID.in(task)));
    journal.notes(file.caseId()).stream()
        .filter(note -> REASONS.contains(note.kind()))
        .reduce((earlier, later) -> later)
        .ifPresent(note -> Variables.PROBLEM.setLocal(task, FormSheet.fits(note.text())));
  }
}
