package org.communitydesk.web;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.problem.Affected;
import org.communitydesk.problem.CommonAnswers.Sight;
import org.communitydesk.problem.Problem;

/** The shapes of our JSON about incidents. Instants are UTC in ISO 8601. */
final class ProblemResource {

  private ProblemResource() {}

  /**
   * @param caseIds null for all, where that is allowed
   */
  record Order(String text, List<String> caseIds) {}

  /**
   * @param published how many have the answer on the platform; the rest of HANDED is on its way
   */
  record Shown(
      long id,
      Problem.State state,
      Instant openedAt,
      Instant closedAt,
      String text,
      String author,
      String remark,
      Map<Affected.State, Long> counts,
      long published,
      List<String> caseIds,
      List<Case> cases) {

    static Shown of(Problem problem, List<Affected> cases) {
      Map<Affected.State, Long> counts = new EnumMap<>(Affected.State.class);
      cases.forEach(one -> counts.merge(one.state(), 1L, Long::sum));
      return new Shown(
          problem.id(),
          problem.state(),
          problem.openedAt(),
          problem.closedAt(),
          problem.answer(),
          problem.author(),
          problem.remark(),
          counts,
          cases.stream().filter(one -> one.publishedAt() != null).count(),
          cases.stream().map(Affected::caseId).toList(),
          cases.stream().map(Case::of).toList());
    }
  }

  record Case(
      String caseId,
      String platform,
      String platformTitle,
      String kind,
      String authorName,
      String words,
      Affected.State state,
      String reason,
      Instant publishedAt) {

    static Case of(Affected one) {
      return new Case(
          one.caseId(),
          one.account().platform().id(),
          one.account().platform().title(),
          one.kind().name().toLowerCase(Locale.ROOT),
          one.authorName(),
          one.words(),
          one.state(),
          one.reason(),
          one.publishedAt());
    }
  }

  /**
   * @param problem why the case would not get the text, in Russian; null when it would
   */
  record Seen(
      String caseId,
      String platform,
      String authorName,
      String text,
      int length,
      int limit,
      boolean fits,
      String problem) {

    static Seen of(Sight sight) {
      return new Seen(
          sight.affected().caseId(),
          sight.affected().account().platform().id(),
          sight.affected().authorName(),
          sight.text(),
          sight.length(),
          sight.most(),
          sight.problem() == null,
          sight.problem());
    }
  }
}
