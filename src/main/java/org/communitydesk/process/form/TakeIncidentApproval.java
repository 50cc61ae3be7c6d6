package org.communitydesk.process.form;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.burst.Incident;
import org.communitydesk.burst.Incidents;
import org.communitydesk.process.Choices.ApprovalDecision;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Забирает решение об общем ответе; того, кто его написал, не слушает.")
class TakeIncidentApproval implements TaskListener {

  private final Incidents incidents;

  TakeIncidentApproval(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public void notify(DelegateTask task) {
    Incident incident = incidents.of(Variables.INCIDENT_ID.in(task));
    boolean assigned = EVENTNAME_ASSIGNMENT.equals(task.getEventName());
    String person = assigned ? task.getAssignee() : Submitted.by(task);
    if (incident.author().equals(person)) {
      throw new AuthorizationException(
          "Общий ответ написали вы: согласовать его должен другой сотрудник.");
    }
    if (!assigned) {
      take(task, incident);
    }
  }

  private void take(DelegateTask task, Incident incident) {
    if (Submitted.decision(task, Variables.APPROVAL_DECISION) != ApprovalDecision.APPROVE) {
      incidents.stop(incident.id(), null);
      incidents.remark(
          incident.id(),
          Submitted.text(task, Variables.REMARK).orElse("Общий ответ не согласован."));
    }
    Submitted.text(task, Variables.REMARK);
  }
}
