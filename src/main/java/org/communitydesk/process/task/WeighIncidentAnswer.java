package org.communitydesk.process.task;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.burst.Affected;
import org.communitydesk.burst.CommonAnswers;
import org.communitydesk.burst.Incident;
import org.communitydesk.burst.Incidents;
import org.communitydesk.cases.Replies;
import org.communitydesk.conversation.Kind;
import org.communitydesk.policy.CommunicationRules;
import org.communitydesk.policy.CommunicationRules.Check;
import org.communitydesk.process.Approvers;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Собирает об общем ответе факты для таблицы «Согласование ответа» и находит, кто мог бы согласовать.")
class WeighIncidentAnswer implements JavaDelegate {

  private final Incidents incidents;
  private final CommonAnswers answers;
  private final Replies replies;
  private final Approvers approvers;

  WeighIncidentAnswer(
      Incidents incidents, CommonAnswers answers, Replies replies, Approvers approvers) {
    this.incidents = incidents;
    this.answers = answers;
    this.replies = replies;
    this.approvers = approvers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Incident incident = incidents.of(Variables.INCIDENT_ID.in(execution));
    Check checked = answers.check(incident.answer());
    boolean inPublic =
        incidents.cases(incident.id()).stream()
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
    Variables.PUBLISHED_ANSWERS.set(execution, replies.publishedBy(incident.author()));
    Variables.DECIDER_GROUP.set(execution, approvers.groupWithout(incident.author()));
    incidents.move(incident.id(), Incident.State.APPROVAL);
  }
}
