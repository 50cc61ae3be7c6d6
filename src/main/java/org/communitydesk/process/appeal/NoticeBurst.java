package org.communitydesk.process.appeal;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.problem.Problems;
import org.communitydesk.process.Variables;
import org.communitydesk.process.problem.CamundaIncidents;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Ищет похожие обращения: burstCases за burstWindow, похожие на burstLikeness процентов, — одна массовая проблема.")
class NoticeBurst implements JavaDelegate {

  private final Problems problems;
  private final CamundaIncidents processes;

  NoticeBurst(Problems problems, CamundaIncidents processes) {
    this.problems = problems;
    this.processes = processes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    problems
        .notice(
            Variables.CASE_ID.in(execution),
            Integer.parseInt(Variables.BURST_CASES.in(execution)),
            Duration.parse(Variables.BURST_WINDOW.in(execution)),
            Integer.parseInt(Variables.BURST_LIKENESS.in(execution)))
        .ifPresent(processes::begin);
  }
}
