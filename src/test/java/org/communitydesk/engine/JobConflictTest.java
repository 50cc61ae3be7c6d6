package org.communitydesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.RestingJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs of one instance that meet: nobody made a mistake, so nobody waits. */
@DeskTest
class JobConflictTest {

  private static final String PROCESS = "many-ways-meet";
  private static final int WAYS = 6;
  private static final int INSTANCES = 10;

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;

  private Deployment deployment;

  @BeforeEach
  void deployWaysThatMeet() {
    AbstractFlowNodeBuilder<?, ?> model =
        Bpmn.createExecutableProcess(PROCESS)
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .parallelGateway("fork");
    for (int way = 0; way < WAYS; way++) {
      model = way(model.moveToNode("fork"), "way" + way);
      model = way == 0 ? model.parallelGateway("join") : model.connectTo("join");
    }
    deployment =
        repository
            .createDeployment()
            .addModelInstance(PROCESS + ".bpmn", model.moveToNode("join").endEvent().done())
            .deploy();
  }

  private static AbstractFlowNodeBuilder<?, ?> way(AbstractFlowNodeBuilder<?, ?> from, String id) {
    return from.intermediateThrowEvent(id)
        .camundaAsyncBefore()
        .camundaExclusive(false)
        .camundaFailedJobRetryTimeCycle("R5/PT1H");
  }

  @AfterEach
  void takeItAway() {
    repository.deleteDeployment(deployment.getId(), true);
  }

  @Test
  void whoLostTriesAgainAtOnceAndKeepsTheTries() {
    IntStream.range(0, INSTANCES).forEach(i -> runtime.startProcessInstanceByKey(PROCESS));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(
                      management
                          .createJobQuery()
                          .processDefinitionKey(PROCESS)
                          .withException()
                          .list())
                  .as("a conflict is no failure")
                  .isEmpty();
              assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count())
                  .isZero();
            });
  }

  @Test
  void whoLosesAgainAndAgainWaitsLikeThoseThatFail() {
    RestingJobs resting = RestingJobs.of(engine);
    try {
      String instance = runtime.startProcessInstanceByKey(PROCESS).getId();
      String job = jobs().list().get(0).getId();
      lose(job);
      assertThat(jobs().jobId(job).singleResult().getDuedate()).isNull();
      jdbc.sql("update act_ru_job set rev_ = 61 where id_ = ?").param(job).update();
      lose(job);
      assertThat(jobs().jobId(job).singleResult().getDuedate()).isInTheFuture();
      assertThat(jobs().jobId(job).singleResult().getRetries()).isEqualTo(5);
      runtime.deleteProcessInstance(instance, "seen");
    } finally {
      resting.close();
    }
  }

  private JobQuery jobs() {
    return management.createJobQuery().processDefinitionKey(PROCESS);
  }

  private void lose(String job) {
    ProcessEngineConfigurationImpl settings =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    settings
        .getCommandExecutorTxRequired()
        .execute(
            settings
                .getFailedJobCommandFactory()
                .getCommand(job, new OptimisticLockingException("lost")));
  }
}
