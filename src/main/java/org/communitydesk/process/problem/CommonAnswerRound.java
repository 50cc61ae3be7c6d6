package org.communitydesk.process.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Replies;
import org.communitydesk.conversation.Account;
import org.communitydesk.problem.Affected;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.Problems;
import org.communitydesk.problem.Salutation;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Choices.ReplyDecision;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.springframework.stereotype.Component;

/**
 * Hands the common answer to the next cases of an incident, so few at a time that it can be stopped
 * half-way: an account gets the next ones when its platform has taken the earlier ones.
 */
@Component
public class CommonAnswerRound {

  private static final String PUBLISH_REPLY = "publish-reply";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Problems problems;
  private final CaseFiles files;
  private final Replies replies;

  CommonAnswerRound(
      RuntimeService runtime,
      TaskService tasks,
      Problems problems,
      CaseFiles files,
      Replies replies) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.problems = problems;
    this.files = files;
    this.replies = replies;
  }

  /**
   * Those of the next cases that nobody has classified go to scheme 1.
   *
   * @param atOnce how many answers of one account may be on their way
   */
  public void classify(long incidentId, int atOnce) {
    Problem problem = problems.lock(incidentId);
    for (Affected next : next(incidentId, atOnce)) {
      if (listens(next.caseId(), Messages.BULK_CLASSIFIED) && !hasChanged(next)) {
        files.classify(next.caseId(), problem.author(), AppealClass.CONSTRUCTIVE.name());
        tell(
            next.caseId(),
            Messages.BULK_CLASSIFIED,
            Map.of(Variables.APPEAL_CLASS.name(), AppealClass.CONSTRUCTIVE.name()));
      }
    }
  }

  /**
   * The next cases get the answer and publish it.
   *
   * @param atOnce how many answers of one account may be on their way
   * @return whether chosen cases are left
   */
  public boolean handOver(long incidentId, int atOnce) {
    Problem problem = problems.lock(incidentId);
    next(incidentId, atOnce).forEach(next -> files.lock(next.caseId()));
    next(incidentId, atOnce).forEach(next -> handOver(problem, next));
    return problems.cases(incidentId).stream()
        .anyMatch(one -> one.state() == Affected.State.CHOSEN);
  }

  private void handOver(Problem problem, Affected next) {
    if (hasChanged(next)) {
      problems.mark(next, Affected.State.SKIPPED, "Человек написал ещё: ответит модератор.");
    } else if (!listens(next.caseId(), Messages.BULK_ANSWER)) {
      problems.mark(next, Affected.State.SKIPPED, "Обращение уже отвечено или в работе.");
    } else {
      problems.mark(next, Affected.State.HANDED, null);
      files.markSeen(next.caseId(), next.lastMessage());
      String text = Salutation.fill(problem.answer(), next.authorName());
      replies
          .writeOfIncident(problem.id(), next.caseId(), problem.author(), text)
          .ifPresent(
              reply ->
                  tell(
                      next.caseId(),
                      Messages.BULK_ANSWER,
                      Map.of(
                          Variables.REPLY_ID.name(),
                          reply,
                          Variables.REPLY_DECISION.name(),
                          ReplyDecision.REPLY.name())));
    }
  }

  private static boolean hasChanged(Affected next) {
    return next.lastMessage() > next.seenMessage();
  }

  private List<Affected> next(long incidentId, int atOnce) {
    List<Affected> all = problems.cases(incidentId);
    Map<Account, Integer> onTheirWay = new HashMap<>();
    all.stream()
        .filter(one -> one.state() == Affected.State.HANDED && one.publishedAt() == null)
        .filter(one -> isOnItsWay(one.caseId()))
        .forEach(one -> onTheirWay.merge(one.account(), 1, Integer::sum));
    List<Affected> next = new ArrayList<>();
    for (Affected one : all) {
      if (one.state() == Affected.State.CHOSEN
          && onTheirWay.merge(one.account(), 1, Integer::sum) <= atOnce) {
        next.add(one);
      }
    }
    return next;
  }

  /** A publication that waits for a person holds nobody up. */
  private boolean isOnItsWay(String caseId) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(PUBLISH_REPLY)
        .processInstanceBusinessKey(caseId)
        .listPage(0, 1)
        .stream()
        .map(ProcessInstance::getId)
        .anyMatch(id -> tasks.createTaskQuery().processInstanceId(id).count() == 0);
  }

  private boolean listens(String caseId, String message) {
    return runtime
            .createExecutionQuery()
            .messageEventSubscriptionName(message)
            .processInstanceBusinessKey(caseId)
            .count()
        > 0;
  }

  private void tell(String caseId, String message, Map<String, Object> variables) {
    runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(caseId)
        .setVariables(variables)
        .correlateAll();
  }
}
