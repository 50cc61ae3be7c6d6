package org.communitydesk.process;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.cases.CaseFile;
import org.springframework.stereotype.Component;

/** The process owner's decision {@code retention}. */
@Component
public class RetentionTable {

  private static final String KEY = "retention";

  private final DecisionService decisions;
  private final RuntimeService engine;
  private final Clock clock;

  RetentionTable(DecisionService decisions, RuntimeService engine, Clock clock) {
    this.decisions = decisions;
    this.engine = engine;
    this.clock = clock;
  }

  /** Whether a closed case has been kept long enough and nothing of it is going on. */
  public boolean isExpired(CaseFile file) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(Variables.APPEAL_CLASS.name(), file.appealClass());
    facts.put(Variables.SCHEME_OUTCOME.name(), file.outcome());
    facts.put(Variables.KIND.name(), file.kind().name());
    facts.put(Variables.PLATFORM.name(), file.account().platform().name());
    Object days =
        decisions
            .evaluateDecisionTableByKey(KEY, facts)
            .getSingleResult()
            .get(Variables.KEEP_DAYS.name());
    return days instanceof Number kept
        && file.closedAt().plus(Duration.ofDays(kept.longValue())).isBefore(clock.instant())
        && !isGoingOn(file.caseId());
  }

  private boolean isGoingOn(String caseId) {
    return engine.createProcessInstanceQuery().processInstanceBusinessKey(caseId).count() > 0;
  }
}
