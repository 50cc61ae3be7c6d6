package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Turn;
import org.communitydesk.process.LostReplies;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Проверяет, нет ли сообщений, которых модератор не видел, и дошёл ли ответ; до ожидания новых"
        + " не впускает. Если всё прочитано, слово у пользователя и часы обращения стоят.")
class CheckUnread implements JavaDelegate {

  private final CaseFiles files;
  private final LostReplies lost;
  private final Clocks clocks;

  CheckUnread(CaseFiles files, LostReplies lost, Clocks clocks) {
    this.files = files;
    this.lost = lost;
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    files.lock(caseId);
    boolean unread = files.hasUnread(caseId) || lost.latest(caseId).isPresent();
    clocks.giveWord(caseId, unread ? Turn.DESK : Turn.USER);
    Variables.UNREAD.set(execution, unread);
  }
}
