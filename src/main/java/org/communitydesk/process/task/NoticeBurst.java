package org.communitydesk.process.task;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.burst.Incidents;
import org.communitydesk.process.CamundaIncidents;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Ищет похожие обращения: burstCases за burstWindow, похожие на burstLikeness процентов, — одна массовая проблема.")
class NoticeBurst implements JavaDelegate {

  private final Incidents incidents;
  private final CamundaIncidents processes;

  NoticeBurst(Incidents incidents, CamundaIncidents processes) {
    this.incidents = incidents;
    this.processes = processes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    incidents
        .notice(
            Variables.CASE_ID.in(execution),
            Integer.parseInt(Variables.BURST_CASES.in(execution)),
            Duration.parse(Variables.BURST_WINDOW.in(execution)),
            Integer.parseInt(Variables.BURST_LIKENESS.in(execution)))
        .ifPresent(processes::begin);
  }
}
