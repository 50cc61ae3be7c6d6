package org.communitydesk.process.contactcenter;

import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.contactcenter.RequestProcess;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.communitydesk.process.WithoutAuthentication;
import org.springframework.stereotype.Component;

/** Tells the process {@code contact-center-request} what came of its question. */
@Component
class CamundaWaiting implements RequestProcess {

  private final RuntimeService engine;
  private final WithoutAuthentication withoutAuthentication;

  CamundaWaiting(RuntimeService engine, WithoutAuthentication withoutAuthentication) {
    this.engine = engine;
    this.withoutAuthentication = withoutAuthentication;
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
    return withoutAuthentication.get(
        () ->
            !engine
                .createMessageCorrelation(message)
                .processInstanceVariableEquals(Variables.REQUEST_ID.name(), requestId)
                .correlateAllWithResult()
                .isEmpty());
  }
}
