package org.communitydesk.process.reply;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.communitydesk.conversation.Platform;
import org.communitydesk.policy.RuleVerdicts;
import org.communitydesk.policy.Verdict;
import org.communitydesk.process.AskedDecisions;
import org.communitydesk.process.Variables;
import org.communitydesk.process.WithoutAuthentication;
import org.springframework.stereotype.Component;

/**
 * The process owner's decision {@code communication-rules}. It is asked while somebody writes, many
 * times a minute, so that no history of it is kept.
 */
@Component
class CommunicationTable implements RuleVerdicts {

  private final RepositoryService repository;
  private final WithoutAuthentication withoutAuthentication;
  private final DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
  private volatile Parsed last = new Parsed(null, null);

  CommunicationTable(RepositoryService repository, WithoutAuthentication withoutAuthentication) {
    this.repository = repository;
    this.withoutAuthentication = withoutAuthentication;
  }

  private record Parsed(String id, DmnDecision decision) {}

  @Override
  public Map<String, Verdict> of(Set<String> rules, Platform platform) {
    DmnDecision decision = withoutAuthentication.get(this::latest);
    return rules.stream()
        .collect(Collectors.toMap(Function.identity(), rule -> ask(decision, rule, platform)));
  }

  private Verdict ask(DmnDecision decision, String rule, Platform platform) {
    DmnDecisionResultEntries row =
        engine
            .evaluateDecision(
                decision,
                org.camunda.bpm.engine.variable.Variables.createVariables()
                    .putValue(Variables.RULE.name(), rule)
                    .putValue(Variables.PLATFORM.name(), platform == null ? null : platform.name()))
            .getSingleResult();
    return row == null
        ? Verdict.HINT
        : Verdict.valueOf(row.getEntry(Variables.RULE_VERDICT.name()));
  }

  private DmnDecision latest() {
    String id =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(AskedDecisions.COMMUNICATION_RULES)
            .latestVersion()
            .singleResult()
            .getId();
    Parsed parsed = last;
    if (!id.equals(parsed.id)) {
      parsed =
          new Parsed(
              id,
              engine.parseDecision(
                  AskedDecisions.COMMUNICATION_RULES, repository.getDmnModelInstance(id)));
      last = parsed;
    }
    return parsed.decision;
  }
}
