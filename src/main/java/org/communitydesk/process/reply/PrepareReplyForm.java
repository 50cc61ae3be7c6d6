package org.communitydesk.process.reply;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.process.Choices.PublicationOutcome;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.LostReplies;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму ответа: черновик, ответ контактного центра, предел длины.")
class PrepareReplyForm implements TaskListener {

  private final FormSheet sheet;
  private final Journal journal;
  private final LostReplies lost;

  PrepareReplyForm(FormSheet sheet, Journal journal, LostReplies lost) {
    this.sheet = sheet;
    this.journal = journal;
    this.lost = lost;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.ANSWER_BY.find(task).orElse(null), Variables.REPLY_DECISION);
    sheet.replyField(task, file, file.draft());
    sheet.placeFields(task, file);
    Variables.CONTACT_CENTER_QUESTION.setLocal(task, "");
    Variables.REQUEST_ANSWER.setLocal(
        task,
        journal
            .lastNote(file.caseId(), Note.Kind.CONTACT_CENTER_ANSWER)
            .map(Note::text)
            .map(FormSheet::fits)
            .orElse(""));
    Optional<PublicationOutcome> last = Variables.PUBLICATION_OUTCOME.find(task);
    task.getExecution().removeVariable(Variables.PUBLICATION_OUTCOME.name());
    last.filter(PublicationOutcome.NEW_MESSAGE::equals)
        .ifPresent(
            overtaken ->
                Variables.PROBLEM.setLocal(
                    task,
                    "Ответ не отправлен: пользователь написал ещё. Прочитайте сообщение и проверьте"
                        + " ответ."));
    lost.latest(file.caseId())
        .ifPresent(failed -> Variables.PROBLEM.setLocal(task, FormSheet.words(failed)));
  }
}
