package org.communitydesk.process.problem;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.problem.Affected;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.ProblemProcess;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму общего ответа: похожие обращения, которые ждут ответа.")
class PrepareIncidentForm implements TaskListener {

  private final IncidentSheet sheet;
  private final ProblemProcess matters;

  PrepareIncidentForm(IncidentSheet sheet, ProblemProcess matters) {
    this.sheet = sheet;
    this.matters = matters;
  }

  @Override
  public void notify(DelegateTask task) {
    List<Affected> all = sheet.cases(task);
    Set<String> waiting = matters.waiting(all.stream().map(Affected::caseId).toList());
    List<Affected> unanswered =
        all.stream()
            .filter(one -> one.state() != Affected.State.HANDED)
            .filter(one -> one.state() == Affected.State.FOUND || waiting.contains(one.caseId()))
            .toList();
    Problem problem = sheet.head(task, unanswered, Variables.INCIDENT_DECISION);
    Variables.PROBLEM.setLocal(task, FormSheet.fits(problem.remark()));
    Variables.REPLY_TEXT.setLocal(task, FormSheet.fits(problem.answer()));
    Variables.CASE_IDS.setLocal(task, IncidentSheet.numbers(unanswered));
  }
}
