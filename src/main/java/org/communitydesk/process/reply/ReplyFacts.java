package org.communitydesk.process.reply;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.Threads;
import org.communitydesk.conversation.Kind;
import org.communitydesk.process.Approvers;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Variables;
import org.springframework.stereotype.Component;

/** Gathers what the decision {@code reply-approval} asks of a reply, and who could agree to it. */
@Component
class ReplyFacts {

  private final Replies replies;
  private final Threads threads;
  private final ReplyCheck check;
  private final Approvers approvers;

  ReplyFacts(Replies replies, Threads threads, ReplyCheck check, Approvers approvers) {
    this.replies = replies;
    this.threads = threads;
    this.check = check;
    this.approvers = approvers;
  }

  void gather(DelegateExecution execution, CaseFile file, long replyId) {
    Optional<String> author = Optional.ofNullable(replies.written(file.caseId(), replyId).author());
    Optional<Threads.Life> thread =
        Optional.of(file).filter(one -> one.kind() == Kind.COMMENT).map(threads::around);
    Variables.APPEAL_CLASS.set(
        execution, Optional.ofNullable(file.appealClass()).map(AppealClass::valueOf).orElse(null));
    Variables.ANSWER_KIND.set(execution, check.place(file.caseId(), replies.of(replyId)));
    Variables.THREAD_PERSONS.set(execution, thread.map(Threads.Life::persons).orElse(null));
    Variables.NEGATIVES_IN_THREAD.set(execution, thread.map(Threads.Life::negatives).orElse(0L));
    Variables.FIRST_IN_THREAD.set(execution, thread.map(life -> !life.answered()).orElse(false));
    Variables.PUBLISHED_ANSWERS.set(execution, author.map(replies::publishedBy).orElse(null));
    Variables.BULK_ANSWER.set(execution, false);
    Variables.DECIDER_GROUP.set(execution, approvers.groupWithout(author.orElse("")));
  }
}
