package org.communitydesk.process.appeal;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.process.OutsideTask;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Ещё раз просит у платформы вложения, которых она сразу не отдала.")
class FetchAttachments implements OutsideTask {

  private final CaseFiles files;
  private final AttachmentFetcher fetcher;

  FetchAttachments(CaseFiles files, AttachmentFetcher fetcher) {
    this.files = files;
    this.fetcher = fetcher;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<Instant> retryAt = files.find(Variables.CASE_ID.in(execution)).flatMap(fetcher::fetch);
    Variables.ATTACHMENTS_AWAITED.set(execution, retryAt.isPresent());
    retryAt.ifPresent(at -> Variables.ATTACHMENTS_RETRY_AT.set(execution, at));
  }
}
