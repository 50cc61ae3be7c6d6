package org.communitydesk.process.form;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.burst.Affected;
import org.communitydesk.burst.CommonAnswers;
import org.communitydesk.burst.Incident;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Готовит форму согласования общего ответа: текст, кто его получит и почему спрашиваем.")
class LayOutIncidentApproval implements TaskListener {

  private final IncidentSheet sheet;
  private final CommonAnswers answers;

  LayOutIncidentApproval(IncidentSheet sheet, CommonAnswers answers) {
    this.sheet = sheet;
    this.answers = answers;
  }

  @Override
  public void notify(DelegateTask task) {
    List<Affected> chosen =
        sheet.cases(task).stream().filter(one -> one.state() == Affected.State.CHOSEN).toList();
    Incident incident = sheet.head(task, chosen, Variables.APPROVAL_DECISION);
    Variables.REPLY_SHOWN.setLocal(task, FormSheet.fits(incident.answer()));
    Variables.REMARK.setLocal(task, "");
    Variables.PROBLEM.setLocal(task, ApprovalFacts.of(task, answers.check(incident.answer())));
  }
}
