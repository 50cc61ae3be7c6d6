package org.communitydesk.problem;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.TextLimit;
import org.communitydesk.policy.CommunicationRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One text for many cases: how it reads for each, who gets it, and that nobody gets more. */
@Component
@Transactional
public class CommonAnswers {

  private final Problems problems;
  private final Channels channels;
  private final CommunicationRules rules;
  private final ObjectProvider<ProblemProcess> matters;

  CommonAnswers(
      Problems problems,
      Channels channels,
      CommunicationRules rules,
      ObjectProvider<ProblemProcess> matters) {
    this.problems = problems;
    this.channels = channels;
    this.rules = rules;
    this.matters = matters;
  }

  /**
   * The text as one person would read it.
   *
   * @param length as the platform counts
   * @param most the greatest length that the platform takes
   * @param problem why this case would not get it, in Russian; null when it would
   */
  public record Sight(Affected affected, String text, int length, int most, String problem) {}

  /**
   * How the text reads for each of the cases.
   *
   * @param caseIds null for all of the incident
   * @throws IllegalArgumentException when one of them is not of the incident
   */
  @Transactional(readOnly = true)
  public List<Sight> preview(long incidentId, String text, Collection<String> caseIds) {
    List<Affected> all = problems.cases(incidentId);
    Set<String> known = all.stream().map(Affected::caseId).collect(Collectors.toSet());
    String foreign =
        caseIds == null
            ? ""
            : caseIds.stream().filter(id -> !known.contains(id)).collect(Collectors.joining(", "));
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException(
          "К этой проблеме не относятся обращения: " + foreign + ".");
    }
    Set<String> waiting = matters.getObject().waiting(known);
    return all.stream()
        .filter(one -> caseIds == null || caseIds.contains(one.caseId()))
        .map(one -> sight(one, text, waiting))
        .toList();
  }

  /**
   * Keeps the answer and chooses the cases that can get it.
   *
   * @throws IllegalArgumentException when none can, or one is not of the incident; nothing changes
   */
  public void choose(long incidentId, String author, String text, Collection<String> caseIds) {
    problems.lock(incidentId);
    List<Sight> sights = preview(incidentId, text, caseIds);
    if (sights.stream().allMatch(sight -> sight.problem() != null)) {
      throw new IllegalArgumentException(
          sights.stream()
              .map(Sight::problem)
              .findFirst()
              .map(problem -> "Ответить некому. Первая причина: " + problem)
              .orElse("Выберите хотя бы одно обращение."));
    }
    problems.answer(incidentId, author, text);
    for (Sight sight : sights) {
      if (sight.problem() == null) {
        problems.mark(sight.affected(), Affected.State.CHOSEN, null);
      } else if (sight.affected().state() != Affected.State.HANDED) {
        problems.mark(sight.affected(), Affected.State.SKIPPED, sight.problem());
      }
    }
  }

  /** What the rules say of the text wherever it goes. */
  public CommunicationRules.Check check(String text) {
    return rules.check(text, text.length(), Integer.MAX_VALUE, null);
  }

  private Sight sight(Affected affected, String template, Set<String> waiting) {
    String text = Salutation.fill(template, affected.authorName());
    TextLimit limit = channels.of(affected.account()).capabilities().textLimit(affected.kind());
    int length = limit.counting().count(text);
    String problem = null;
    if (affected.state() == Affected.State.HANDED) {
      problem = "Общий ответ этому обращению уже передан.";
    } else if (!affected.isOpen()) {
      problem = "Обращение уже закрыто.";
    } else if (!waiting.contains(affected.caseId())) {
      problem = "Обращение уже отвечено или в работе.";
    } else {
      problem = rules.check(text, length, limit.most(), affected.account().platform()).breach();
    }
    return new Sight(affected, text, length, limit.most(), problem);
  }
}
