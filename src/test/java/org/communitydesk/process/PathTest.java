package org.communitydesk.process;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Platform;
import org.communitydesk.intake.AppealProcess;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of the drawn paths share: where a case stands and what it has passed. */
@DeskTest
abstract class PathTest {

  @Autowired ProcessEngine engine;
  @Autowired AppealProcess intake;

  @BeforeEach
  void useTheDesksEngine() {
    AbstractAssertions.init(engine);
  }

  void waitsAt(Appeal appeal, String process, String... nodes) {
    assertThat(running(appeal, process)).isWaitingAt(nodes);
  }

  void passed(Appeal appeal, String process, String... nodes) {
    org.assertj.core.api.Assertions.assertThat(passedNodes(appeal, process)).contains(nodes);
  }

  void notPassed(Appeal appeal, String process, String... nodes) {
    org.assertj.core.api.Assertions.assertThat(passedNodes(appeal, process)).doesNotContain(nodes);
  }

  /** WhatsApp says after all that the latest answer has not come to the person. */
  void notDelivered(Appeal appeal) {
    intake.hear(
        new InboundEvent.DeliveryReceipt(
            new Account(Platform.WHATSAPP, "main"),
            appeal.file().path("publications").get(0).path("externalId").asText(),
            null,
            appeal.author(),
            InboundEvent.DeliveryReceipt.Status.FAILED,
            "WhatsApp, ошибка 131026: не доставлено",
            Instant.now()));
    Appeal.idle();
  }

  ProcessInstance running(Appeal appeal, String process) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(appeal.caseId())
        .processDefinitionKey(process)
        .singleResult();
  }

  private List<String> passedNodes(Appeal appeal, String process) {
    return engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(appeal.caseId())
        .processDefinitionKey(process)
        .list()
        .stream()
        .map(HistoricProcessInstance::getId)
        .flatMap(
            id ->
                engine
                    .getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(id)
                    .finished()
                    .list()
                    .stream())
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
