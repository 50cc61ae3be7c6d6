package org.communitydesk.process;

import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.contactcenter.Waiting;
import org.springframework.stereotype.Component;

/** Tells the process {@code contact-center-request} what came of its question. */
@Component
class CamundaWaiting implements Waiting {

  private final RuntimeService engine;
  private final AsTheDesk asTheDesk;

  CamundaWaiting(RuntimeService engine, AsTheDesk asTheDesk) {
    this.engine = engine;
    this.asTheDesk = asTheDesk;
  }

  @Override
  public boolean answered(long requestId) {
    return tell(Messages.CONTACT_CENTER_ANSWERED, requestId);
  }

  @Override
  public boolean withdrawn(long requestId) {
    return tell(Messages.CONTACT_CENTER_WITHDRAWN, requestId);
  }

  private boolean tell(String message, long requestId) {
    return asTheDesk.get(
        () ->
            !engine
                .createMessageCorrelation(message)
                .processInstanceVariableEquals(Variables.REQUEST_ID.name(), requestId)
                .correlateAllWithResult()
                .isEmpty());
  }
}
