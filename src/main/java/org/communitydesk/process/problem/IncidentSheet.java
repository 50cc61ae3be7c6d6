package org.communitydesk.process.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.communitydesk.problem.Affected;
import org.communitydesk.problem.Problem;
import org.communitydesk.problem.Problems;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.ProcessVariable;
import org.communitydesk.process.Variables;
import org.springframework.stereotype.Component;

/** Writes what the forms of an incident show. */
@Component
class IncidentSheet {

  private static final int MOST_SHOWN = 3_600;
  private static final int MOST_WORDS = 120;

  private final Problems problems;

  IncidentSheet(Problems problems) {
    this.problems = problems;
  }

  /** Writes the heading; the decision of an earlier pass is not offered again. */
  Problem head(DelegateTask task, List<Affected> shown, ProcessVariable<?> decision) {
    Problem problem = problems.of(Variables.INCIDENT_ID.in(task));
    task.getExecution().removeVariable(decision.name());
    Variables.HEADER.setLocal(
        task, "Массовая проблема № %d · обращений: %d".formatted(problem.id(), shown.size()));
    Variables.CASES_SHOWN.setLocal(task, lines(shown));
    return problem;
  }

  List<Affected> cases(DelegateTask task) {
    return problems.cases(Variables.INCIDENT_ID.in(task));
  }

  private static String lines(List<Affected> shown) {
    StringBuilder lines = new StringBuilder();
    int left = shown.size();
    for (Affected one : shown) {
      String line = line(one);
      if (lines.length() + line.length() > MOST_SHOWN) {
        lines.append("… и ещё обращений: ").append(left);
        break;
      }
      lines.append(line).append('\n');
      left--;
    }
    return lines.toString().strip();
  }

  private static String line(Affected one) {
    String words = one.words().strip().replaceAll("\\s+", " ");
    return "№ %s · %s%s: «%s»%s"
        .formatted(
            one.caseId(),
            one.account().platform().title(),
            one.authorName().isEmpty() ? "" : " · " + one.authorName(),
            words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS - 1) + "…",
            one.reason() == null ? "" : " — " + one.reason());
  }

  static String numbers(List<Affected> cases) {
    return FormSheet.fits(cases.stream().map(Affected::caseId).collect(Collectors.joining(", ")));
  }
}
