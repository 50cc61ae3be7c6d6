package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Conversations;
import org.communitydesk.contactcenter.RequestProcess;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.policy.Thanks;
import org.communitydesk.process.Messages;
import org.communitydesk.process.OpenAppeals;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Сообщает схеме, которая ждёт пользователя, что от него есть непрочитанное, и закрытию"
        + " обращения, что рядом стало меньше работы. Если человек пишет,"
        + " что вопрос решился, контактному центру больше не нужно отвечать.")
class AnnounceReply implements JavaDelegate {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Thanks thanks;
  private final Requests requests;
  private final RequestProcess requestProcess;
  private final OpenAppeals appeals;

  AnnounceReply(
      CaseFiles files,
      Conversations conversations,
      Thanks thanks,
      Requests requests,
      RequestProcess requestProcess,
      OpenAppeals appeals) {
    this.files = files;
    this.conversations = conversations;
    this.thanks = thanks;
    this.requests = requests;
    this.requestProcess = requestProcess;
    this.appeals = appeals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    files.lock(caseId);
    appeals.besideIsOver(caseId);
    if (files.hasUnread(caseId)) {
      execution
          .getProcessEngineServices()
          .getRuntimeService()
          .createMessageCorrelation(Messages.REPLY_JOINED)
          .processInstanceVariableEquals(Variables.CASE_ID.name(), caseId)
          .correlateAll();
      if (thanks.isSettled(conversations.answered(caseId, null).text())) {
        requests.open(caseId).forEach(requestProcess::withdrawn);
      }
    }
  }
}
