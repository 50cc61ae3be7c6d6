package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs last: says which nodes of the diagrams no test has passed. */
@DeskTest
@Order(Integer.MAX_VALUE)
class EveryNodeIsPassedTest {

  @Autowired ProcessEngine engine;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "appeal",
        "card-data",
        "retention",
        "case-clock",
        "fetch-attachments",
        "scheme-1-constructive",
        "contact-center-request",
        "publish-reply",
        "scheme-2-violation",
        "scheme-3-negative",
        "platform-act",
        "moderate-message",
        "sanction",
        "channel-outage",
        "incident",
        "reconcile-bans",
        "ban-drift",
        "script-review"
      })
  void everyNodeIsPassed(String process) {
    assertThat(nodes(process)).as("nodes that no test has passed").isSubsetOf(passed(process));
  }

  private Set<String> nodes(String process) {
    ProcessDefinition latest =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    return engine
        .getRepositoryService()
        .getBpmnModelInstance(latest.getId())
        .getModelElementsByType(FlowNode.class)
        .stream()
        .map(FlowNode::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> passed(String process) {
    return engine
        .getHistoryService()
        .createNativeHistoricActivityInstanceQuery()
        .sql(
            "select distinct on (act_id_) * from act_hi_actinst where proc_def_key_ = #{key} and"
                + " end_time_ is not null")
        .parameter("key", process)
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .collect(Collectors.toSet());
  }
}
