package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.channel.Channels;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму для публикации вручную или проверки: текст, место и причина.")
class PreparePublicationForm implements TaskListener {

  private final FormSheet sheet;
  private final Publications publications;
  private final Channels channels;

  PreparePublicationForm(FormSheet sheet, Publications publications, Channels channels) {
    this.sheet = sheet;
    this.publications = publications;
    this.channels = channels;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.HAND_OUTCOME);
    task.getExecution().removeVariable(Variables.SENT_OUTCOME.name());
    Publication publication =
        publications
            .ofStep(file.caseId(), task.getProcessInstanceId())
            .orElseThrow(() -> new IllegalStateException("No publication for " + task.getId()));
    Variables.REPLY_SHOWN.setLocal(task, FormSheet.fits(publication.reply().text()));
    Variables.THREAD_URL.setLocal(
        task, channels.of(file.account()).link(publication.reply()).orElse(""));
    Variables.POST_URL.setLocal(task, "");
    if (publication.reason() != null) {
      Variables.PROBLEM.setLocal(task, FormSheet.fits(publication.reason()));
    }
  }
}
