package org.communitydesk.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.communitydesk.contactcenter.Waiting;
import org.springframework.stereotype.Component;

/** Tells the process {@code contact-center-request} what came of its question. */
@Component
class CamundaWaiting implements Waiting {

  private final RuntimeService engine;
  private final IdentityService identity;

  CamundaWaiting(RuntimeService engine, IdentityService identity) {
    this.engine = engine;
    this.identity = identity;
  }

  @Override
  public boolean answered(long requestId) {
    return tell(Messages.CONTACT_CENTER_ANSWERED, requestId);
  }

  @Override
  public boolean withdrawn(long requestId) {
    return tell(Messages.CONTACT_CENTER_WITHDRAWN, requestId);
  }

  /** Whoever may say it by our REST; people's rights in the engine are about tasks alone. */
  private boolean tell(String message, long requestId) {
    Authentication person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return !engine
          .createMessageCorrelation(message)
          .processInstanceVariableEquals(Variables.REQUEST_ID.name(), requestId)
          .correlateAllWithResult()
          .isEmpty();
    } finally {
      if (person != null) {
        identity.setAuthentication(person);
      }
    }
  }
}
