package org.communitydesk.process.appeal;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.communitydesk.cases.Attachments;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Fetching;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.communitydesk.process.WithoutAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts and wakes the process {@code fetch-attachments}, one for each case. */
@Component
public class AttachmentFetching implements Fetching {

  private static final Logger log = LoggerFactory.getLogger(AttachmentFetching.class);
  private static final String FETCH_ATTACHMENTS = "fetch-attachments";

  private final RuntimeService engine;
  private final CaseFiles files;
  private final Attachments attachments;
  private final WithoutAuthentication withoutAuthentication;

  AttachmentFetching(
      RuntimeService engine,
      CaseFiles files,
      Attachments attachments,
      WithoutAuthentication withoutAuthentication) {
    this.engine = engine;
    this.files = files;
    this.attachments = attachments;
    this.withoutAuthentication = withoutAuthentication;
  }

  /** Some files of the case were not given: they are asked for at that time. */
  public void goOn(String caseId, Instant at) {
    files.lock(caseId);
    boolean begun =
        engine
                .createProcessInstanceQuery()
                .processDefinitionKey(FETCH_ATTACHMENTS)
                .processInstanceBusinessKey(caseId)
                .count()
            > 0;
    if (!begun) {
      engine
          .createMessageCorrelation(Messages.ATTACHMENTS_WAITING)
          .processInstanceBusinessKey(caseId)
          .setVariable(Variables.CASE_ID.name(), caseId)
          .setVariable(Variables.ATTACHMENTS_RETRY_AT.name(), Date.from(at))
          .correlateStartMessage();
    }
  }

  @Override
  public void hurry(String caseId) {
    if (attachments.hurry(caseId)) {
      withoutAuthentication.run(() -> waiting(caseId).forEach(this::wake));
    }
  }

  private Set<String> waiting(String caseId) {
    return engine
        .createExecutionQuery()
        .messageEventSubscriptionName(Messages.ATTACHMENTS_ASKED)
        .processInstanceBusinessKey(caseId)
        .list()
        .stream()
        .map(Execution::getId)
        .collect(Collectors.toSet());
  }

  /** Whoever has gone on at this very moment asks for the files anyway. */
  private void wake(String execution) {
    try {
      engine.messageEventReceived(Messages.ATTACHMENTS_ASKED, execution);
    } catch (ProcessEngineException gone) {
      log.info("The files are being asked for already: {}", gone.getMessage());
    }
  }
}
