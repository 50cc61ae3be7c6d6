package org.communitydesk.process.problem;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.problem.Affected;
import org.communitydesk.problem.CommonAnswers;
import org.communitydesk.problem.Problem;
import org.communitydesk.process.ApprovalFacts;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Готовит форму согласования общего ответа: текст, кто его получит и почему спрашиваем.")
class PrepareIncidentApprovalForm implements TaskListener {

  private final IncidentSheet sheet;
  private final CommonAnswers answers;

  PrepareIncidentApprovalForm(IncidentSheet sheet, CommonAnswers answers) {
    this.sheet = sheet;
    this.answers = answers;
  }

  @Override
  public void notify(DelegateTask task) {
    List<Affected> chosen =
        sheet.cases(task).stream().filter(one -> one.state() == Affected.State.CHOSEN).toList();
    Problem problem = sheet.head(task, chosen, Variables.APPROVAL_DECISION);
    Variables.REPLY_SHOWN.setLocal(task, FormSheet.fits(problem.answer()));
    Variables.REMARK.setLocal(task, "");
    Variables.PROBLEM.setLocal(task, ApprovalFacts.of(task, answers.check(problem.answer())));
  }
}
