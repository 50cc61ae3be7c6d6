package org.communitydesk.process.problem;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.Replies;
import org.communitydesk.conversation.Kind;
import org.communitydesk.policy.CommunicationRules;
import org.communitydesk.policy.CommunicationRules.Check;
import org.communitydesk.problem.Affected;
import org.communitydesk.problem.CommonAnswers;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.Problems;
import org.communitydesk.process.Approvers;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Собирает об общем ответе факты для таблицы «Согласование ответа» и находит, кто мог бы согласовать.")
class WeighIncidentAnswer implements JavaDelegate {

  private final Problems problems;
  private final CommonAnswers answers;
  private final Replies replies;
  private final Approvers approvers;

  WeighIncidentAnswer(
      Problems problems, CommonAnswers answers, Replies replies, Approvers approvers) {
    this.problems = problems;
    this.answers = answers;
    this.replies = replies;
    this.approvers = approvers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Problem problem = problems.of(Variables.INCIDENT_ID.in(execution));
    Check checked = answers.check(problem.answer());
    boolean inPublic =
        problems.cases(problem.id()).stream()
            .filter(one -> one.state() == Affected.State.CHOSEN)
            .anyMatch(one -> one.kind() == Kind.COMMENT);
    Variables.MONEY_PROMISED.set(execution, checked.breaks(CommunicationRules.MONEY_PROMISED));
    Variables.LEGAL_WORDS.set(execution, checked.breaks(CommunicationRules.LEGAL_WORDS));
    Variables.COMMUNICATION_VERDICT.set(execution, checked.verdict());
    Variables.BULK_ANSWER.set(execution, true);
    Variables.APPEAL_CLASS.set(execution, null);
    Variables.PLATFORM.set(execution, null);
    Variables.ANSWER_KIND.set(execution, inPublic ? Kind.COMMENT : Kind.PRIVATE);
    Variables.THREAD_PERSONS.set(execution, null);
    Variables.NEGATIVES_IN_THREAD.set(execution, 0L);
    Variables.FIRST_IN_THREAD.set(execution, false);
    Variables.PUBLISHED_ANSWERS.set(execution, replies.publishedBy(problem.author()));
    Variables.DECIDER_GROUP.set(execution, approvers.groupWithout(problem.author()));
    problems.move(problem.id(), Problem.State.APPROVAL);
  }
}
