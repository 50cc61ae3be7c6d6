package org.communitydesk.process.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.communitydesk.problem.ProblemProcess;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.communitydesk.process.WithoutAuthentication;
import org.springframework.stereotype.Component;

/** Begins the process {@code incident} and tells it what people did past its forms. */
@Component
public class CamundaIncidents implements ProblemProcess {

  private static final String[] WAITING = {
    "classifyAppeal", "prepareReply", "prepareOfficialReply"
  };
  private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(30);
  private static final long PRIORITY = 90;

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final WithoutAuthentication withoutAuthentication;
  private final Clock clock;

  CamundaIncidents(
      RuntimeService runtime,
      TaskService tasks,
      WithoutAuthentication withoutAuthentication,
      Clock clock) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.withoutAuthentication = withoutAuthentication;
    this.clock = clock;
  }

  /** Starts the one process of a new incident. */
  public void begin(long incidentId) {
    runtime
        .createMessageCorrelation(Messages.INCIDENT_RECOGNISED)
        .processInstanceBusinessKey(businessKey(incidentId))
        .setVariable(Variables.INCIDENT_ID.name(), incidentId)
        .setVariable(Variables.PRIORITY.name(), PRIORITY)
        .setVariable(Variables.DUE_AT.name(), Date.from(clock.instant().plus(TIME_TO_ANSWER)))
        .correlateStartMessage();
  }

  @Override
  public Set<String> waiting(Collection<String> caseIds) {
    return withoutAuthentication.get(
        () -> caseIds.stream().filter(this::isWaiting).collect(Collectors.toUnmodifiableSet()));
  }

  private boolean isWaiting(String caseId) {
    return tasks
            .createTaskQuery()
            .processInstanceBusinessKey(caseId)
            .taskDefinitionKeyIn(WAITING)
            .count()
        > 0;
  }

  @Override
  public void stopped(long incidentId) {
    withoutAuthentication.get(
        () ->
            runtime
                .createMessageCorrelation(Messages.INCIDENT_STOPPED)
                .processInstanceBusinessKey(businessKey(incidentId))
                .correlateAllWithResult());
  }

  static String businessKey(long incidentId) {
    return "incident/" + incidentId;
  }
}
