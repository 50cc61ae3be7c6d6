package org.communitydesk.process.task;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.Threads;
import org.communitydesk.conversation.Kind;
import org.communitydesk.process.Approvers;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.ReplyCheck;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Собирает об ответе факты для таблицы «Согласование ответа» и находит, кто мог бы согласовать.")
class WeighReply implements JavaDelegate {

  private final CaseFiles files;
  private final Replies replies;
  private final Threads threads;
  private final ReplyCheck check;
  private final Approvers approvers;

  WeighReply(
      CaseFiles files, Replies replies, Threads threads, ReplyCheck check, Approvers approvers) {
    this.files = files;
    this.replies = replies;
    this.threads = threads;
    this.check = check;
    this.approvers = approvers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    long replyId = Variables.REPLY_ID.in(execution);
    Optional<String> author = Optional.ofNullable(replies.written(file.caseId(), replyId).author());
    Optional<Threads.Life> thread =
        Optional.of(file).filter(one -> one.kind() == Kind.COMMENT).map(threads::around);
    Variables.APPEAL_CLASS.set(
        execution, Optional.ofNullable(file.appealClass()).map(AppealClass::valueOf).orElse(null));
    Variables.ANSWER_KIND.set(execution, check.place(file.caseId(), replies.of(replyId)));
    Variables.AUDIENCE.set(execution, thread.map(Threads.Life::persons).orElse(null));
    Variables.NEGATIVES_IN_THREAD.set(execution, thread.map(Threads.Life::negatives).orElse(0L));
    Variables.FIRST_IN_THREAD.set(execution, thread.map(life -> !life.answered()).orElse(false));
    Variables.PUBLISHED_ANSWERS.set(execution, author.map(replies::publishedBy).orElse(null));
    Variables.BULK_ANSWER.set(execution, false);
    Variables.DECIDER_GROUP.set(execution, approvers.groupWithout(author.orElse("")));
  }
}
