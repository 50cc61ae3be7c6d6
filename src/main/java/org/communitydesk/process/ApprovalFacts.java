package org.communitydesk.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.communitydesk.conversation.Kind;
import org.communitydesk.policy.CommunicationRules.Check;
import org.communitydesk.policy.Verdict;

/** Says in words why somebody has to agree: the row of the table, then the facts it was asked. */
public final class ApprovalFacts {

  private ApprovalFacts() {}

  /** One fact per line. */
  public static String of(DelegateTask task, Check checked) {
    List<String> lines = new ArrayList<>();
    Variables.APPROVAL_REASON.find(task).ifPresent(lines::add);
    checked.hits().stream()
        .filter(hit -> hit.verdict().compareTo(Verdict.HINT) > 0)
        .map(hit -> "%s: «%s»".formatted(hit.title(), String.join("», «", hit.words())))
        .forEach(lines::add);
    Variables.BULK_ANSWER
        .find(task)
        .filter(Boolean.TRUE::equals)
        .ifPresent(bulk -> lines.add("Один ответ на много обращений"));
    Variables.ANSWER_KIND
        .find(task)
        .ifPresent(
            kind ->
                lines.add(kind == Kind.COMMENT ? "Ответ увидят все" : "Ответ увидит один человек"));
    Variables.PUBLISHED_ANSWERS
        .find(task)
        .ifPresent(count -> lines.add("Опубликовано ответов этого автора: " + count));
    Variables.THREAD_PERSONS
        .find(task)
        .ifPresent(count -> lines.add("Пишут в этой ветке, человек: " + count));
    Variables.FIRST_IN_THREAD
        .find(task)
        .filter(Boolean.TRUE::equals)
        .ifPresent(first -> lines.add("Бренд в этой ветке ещё не отвечал"));
    Variables.NEGATIVES_IN_THREAD
        .find(task)
        .filter(count -> count > 0)
        .ifPresent(count -> lines.add("Открытых негативных обращений в этой ветке: " + count));
    return FormSheet.fits(String.join("\n", lines));
  }
}
