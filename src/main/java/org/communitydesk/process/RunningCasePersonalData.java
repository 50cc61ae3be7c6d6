package org.communitydesk.process;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.PersonalDataStore;
import org.communitydesk.privacy.Subject;
import org.communitydesk.process.appeal.Withdrawals;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The engine's part: an erased person's open cases are withdrawn, and what the engine remembers of
 * all their cases goes. Measures run on, without the message.
 */
@Component
@Order(0)
class RunningCasePersonalData implements PersonalDataStore {

  private static final String SANCTION = "sanction";
  private static final int MOST = 1_000;

  private final RuntimeService runtime;
  private final HistoryService history;
  private final CaseFiles files;
  private final Withdrawals withdrawals;

  RunningCasePersonalData(
      RuntimeService runtime, HistoryService history, CaseFiles files, Withdrawals withdrawals) {
    this.runtime = runtime;
    this.history = history;
    this.files = files;
    this.withdrawals = withdrawals;
  }

  @Override
  public void show(Subject person, Export export) {}

  @Override
  public void erase(Subject person) {
    for (Long id : person.caseIds()) {
      String caseId = id.toString();
      if (files.of(caseId).state() == CaseFile.State.OPEN) {
        withdrawals.withdraw(caseId, Duration.ZERO);
      }
      for (ProcessInstance instance : roots(caseId)) {
        if (isMeasure(instance)) {
          runtime.setVariable(instance.getId(), Variables.MESSAGE_ID.name(), person.pseudonym());
        } else {
          runtime.deleteProcessInstanceIfExists(
              instance.getId(), "erased", true, true, true, false);
        }
      }
      forget(caseId);
    }
  }

  private void forget(String caseId) {
    List<String> over =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(caseId)
            .finished()
            .listPage(0, MOST)
            .stream()
            .map(HistoricProcessInstance::getId)
            .toList();
    if (!over.isEmpty()) {
      history.deleteHistoricProcessInstancesIfExists(over);
    }
  }

  private List<ProcessInstance> roots(String caseId) {
    return runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .processInstanceBusinessKey(caseId)
        .listPage(0, MOST);
  }

  private static boolean isMeasure(ProcessInstance instance) {
    return instance.getProcessDefinitionId().startsWith(SANCTION + ":");
  }
}
