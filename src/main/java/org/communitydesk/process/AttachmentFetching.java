package org.communitydesk.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.cases.Attachments;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Fetching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and wakes the process {@code fetch-attachments}, one for each case. */
@Component
public class AttachmentFetching implements Fetching {

  private static final String FETCH_ATTACHMENTS = "fetch-attachments";

  private final RuntimeService engine;
  private final CaseFiles files;
  private final Attachments attachments;
  private final AsTheDesk asTheDesk;

  AttachmentFetching(
      RuntimeService engine, CaseFiles files, Attachments attachments, AsTheDesk asTheDesk) {
    this.engine = engine;
    this.files = files;
    this.attachments = attachments;
    this.asTheDesk = asTheDesk;
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
  @Transactional
  public void hurry(String caseId) {
    if (attachments.hurry(caseId)) {
      asTheDesk.run(
          () ->
              engine
                  .createMessageCorrelation(Messages.ATTACHMENTS_ASKED)
                  .processInstanceBusinessKey(caseId)
                  .correlateAll());
    }
  }
}
