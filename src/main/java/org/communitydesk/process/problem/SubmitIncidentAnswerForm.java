package org.communitydesk.process.problem;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.problem.CommonAnswers;
import org.communitydesk.process.Choices.IncidentDecision;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает общий ответ и номера обращений, которые его получат.")
class SubmitIncidentAnswerForm implements TaskListener {

  private final CommonAnswers answers;

  SubmitIncidentAnswerForm(CommonAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void notify(DelegateTask task) {
    if (Submitted.decision(task, Variables.INCIDENT_DECISION) == IncidentDecision.ANSWER) {
      String text = Submitted.required(task, Variables.REPLY_TEXT);
      List<String> caseIds =
          Arrays.stream(Submitted.required(task, Variables.CASE_IDS).split("[\\s,;]+"))
              .map(id -> id.replace("№", ""))
              .filter(id -> !id.isEmpty())
              .distinct()
              .toList();
      answers.choose(Variables.INCIDENT_ID.in(task), Submitted.by(task), text, caseIds);
    }
    Submitted.text(task, Variables.REPLY_TEXT);
    Submitted.text(task, Variables.CASE_IDS);
  }
}
