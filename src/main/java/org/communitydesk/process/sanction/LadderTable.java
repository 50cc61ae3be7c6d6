package org.communitydesk.process.sanction;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.process.AskedDecisions;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Measure;
import org.springframework.stereotype.Component;

/** The process owner's decision {@code sanction-ladder}, asked outside a diagram. */
@Component
public class LadderTable {

  private final DecisionService decisions;
  private final RepositoryService repository;

  LadderTable(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  /**
   * What the table's latest version says of an offence.
   *
   * @param rung from 1
   * @throws IllegalStateException when no row, or more than one, fits
   */
  public Decision ask(long rung, FoundViolation violation, CaseFile file) {
    DmnDecisionRuleResult row =
        decisions
            .evaluateDecisionTableByKey(
                AskedDecisions.SANCTION_LADDER,
                Variables.fromMap(
                    Map.of(
                        "rung",
                        rung,
                        "violation",
                        violation.name(),
                        "platform",
                        file.account().platform().name(),
                        "kind",
                        file.kind().name())))
            .getSingleResult();
    if (row == null) {
      throw new IllegalStateException("sanction-ladder says nothing of rung " + rung);
    }
    return new Decision(
        Measure.valueOf(row.getEntry("measure")),
        row.get("days") instanceof Number days ? days.intValue() : null,
        version(),
        null);
  }

  /** The number of the table's latest version. */
  public String version() {
    DecisionDefinition latest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(AskedDecisions.SANCTION_LADDER)
            .latestVersion()
            .singleResult();
    return String.valueOf(latest.getVersion());
  }
}
