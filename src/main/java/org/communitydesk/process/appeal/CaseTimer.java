package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.springframework.stereotype.Component;

/** Starts and wakes the process {@code case-clock}, which watches the deadlines of one case. */
@Component
public class CaseTimer {

  private static final String CASE_CLOCK = "case-clock";
  private static final long ABOVE_ALL = 100;

  private final RuntimeService engine;

  CaseTimer(RuntimeService engine) {
    this.engine = engine;
  }

  /** Watches the case from now on; one that is watched already is looked at anew. */
  public void watch(String caseId) {
    if (isWatched(caseId)) {
      wake(caseId);
    } else {
      engine
          .createMessageCorrelation(Messages.CLOCKS_SET)
          .processInstanceBusinessKey(caseId)
          .setVariable(Variables.CASE_ID.name(), caseId)
          .setVariable(Variables.PRIORITY.name(), ABOVE_ALL)
          .correlateStartMessage();
    }
  }

  /** Looks anew at the clocks of a case; nothing happens when it is not watched. */
  public void wake(String caseId) {
    engine
        .createMessageCorrelation(Messages.CLOCKS_CHANGED)
        .processInstanceBusinessKey(caseId)
        .correlateAll();
  }

  private boolean isWatched(String caseId) {
    return engine
            .createProcessInstanceQuery()
            .processDefinitionKey(CASE_CLOCK)
            .processInstanceBusinessKey(caseId)
            .count()
        > 0;
  }
}
