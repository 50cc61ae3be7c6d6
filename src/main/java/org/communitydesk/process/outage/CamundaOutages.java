package org.communitydesk.process.outage;

import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.channelhealth.OutageProcess;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publications;
import org.springframework.stereotype.Component;

/** Begins and ends the process {@code channel-outage}, and wakes the publications that wait. */
@Component
class CamundaOutages implements OutageProcess {

  private static final String CHANNEL_OUTAGE = "channel-outage";
  private static final int AT_ONCE = 100;

  private final RuntimeService engine;
  private final Publications publications;

  CamundaOutages(RuntimeService engine, Publications publications) {
    this.engine = engine;
    this.publications = publications;
  }

  @Override
  public void begin(Account account) {
    if (!isRunning(account)) {
      engine
          .createMessageCorrelation(Messages.CHANNEL_LOCKED_OUT)
          .processInstanceBusinessKey(account.toString())
          .setVariable(Variables.ACCOUNT.name(), account.toString())
          .correlateStartMessage();
    }
  }

  @Override
  public void end(Account account) {
    if (isRunning(account)) {
      engine
          .createMessageCorrelation(Messages.CHANNEL_RESTORED)
          .processInstanceBusinessKey(account.toString())
          .correlateAll();
    } else {
      release(account);
    }
  }

  @Override
  public void release(Account account) {
    publications.held(account).forEach(this::wake);
  }

  @Override
  public boolean releaseOne(Account account) {
    return publications.held(account).stream().anyMatch(this::wake);
  }

  @Override
  public boolean mayResume(Account account) {
    return publications.mayResume(account);
  }

  @Override
  public void resume(Account account) {
    publications.takeResumable(account, AT_ONCE).forEach(this::wake);
  }

  private boolean wake(UUID publication) {
    return !engine
        .createMessageCorrelation(Messages.PUBLICATION_RELEASED)
        .processInstanceVariableEquals(Variables.PUBLICATION_ID.name(), publication.toString())
        .correlateAllWithResult()
        .isEmpty();
  }

  private boolean isRunning(Account account) {
    return engine
            .createProcessInstanceQuery()
            .processDefinitionKey(CHANNEL_OUTAGE)
            .processInstanceBusinessKey(account.toString())
            .count()
        > 0;
  }
}
