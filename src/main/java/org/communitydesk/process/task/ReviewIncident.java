package org.communitydesk.process.task;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.burst.Affected;
import org.communitydesk.burst.Incident;
import org.communitydesk.burst.IncidentMatters;
import org.communitydesk.burst.Incidents;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Смотрит, ждёт ли ещё кто-то из обращений массовой проблемы ответа.")
class ReviewIncident implements JavaDelegate {

  private final Incidents incidents;
  private final IncidentMatters matters;

  ReviewIncident(Incidents incidents, IncidentMatters matters) {
    this.incidents = incidents;
    this.matters = matters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Variables.INCIDENT_ID.in(execution);
    List<String> unanswered =
        incidents.cases(id).stream()
            .filter(one -> one.isOpen() && one.state() != Affected.State.HANDED)
            .map(Affected::caseId)
            .toList();
    incidents.move(id, Incident.State.OPEN);
    Variables.UNANSWERED_LEFT.set(execution, !matters.waiting(unanswered).isEmpty());
  }
}
