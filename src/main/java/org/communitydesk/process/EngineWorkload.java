package org.communitydesk.process;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.communitydesk.cases.Arrivals;
import org.communitydesk.conversation.Workload;
import org.communitydesk.publication.Publications;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The running cases: their jobs that are due, and everything that belongs to them. */
@Component
@Profile("sandbox")
@Order(0)
class EngineWorkload implements Workload {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final Arrivals arrivals;
  private final Publications publications;

  EngineWorkload(
      RuntimeService runtime,
      ManagementService management,
      Arrivals arrivals,
      Publications publications) {
    this.runtime = runtime;
    this.management = management;
    this.arrivals = arrivals;
    this.publications = publications;
  }

  @Override
  public boolean pending() {
    return management.createJobQuery().executable().count() > 0;
  }

  @Override
  public void clear() {
    List<ProcessInstance> some = someCases();
    while (!some.isEmpty()) {
      some.forEach(
          one ->
              runtime.deleteProcessInstanceIfExists(one.getId(), "reset", true, true, true, false));
      some = someCases();
    }
    publications.clear();
    arrivals.clear();
  }

  private List<ProcessInstance> someCases() {
    return runtime.createProcessInstanceQuery().rootProcessInstances().listPage(0, 100);
  }
}
