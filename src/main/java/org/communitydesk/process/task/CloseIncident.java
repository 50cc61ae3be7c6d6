package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.burst.Incident;
import org.communitydesk.burst.Incidents;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Закрывает массовую проблему; обращения без общего ответа остаются у модераторов.")
class CloseIncident implements JavaDelegate {

  private final Incidents incidents;

  CloseIncident(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    incidents.move(Variables.INCIDENT_ID.in(execution), Incident.State.CLOSED);
  }
}
