package org.communitydesk.process.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.knowledge.Entry;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму проверки скриптов: чьи они, какие и почему пора проверить.")
class PrepareScriptsForm implements TaskListener {

  private static final int LONGEST_QUESTION = 120;

  private final ScriptReviews reviews;
  private final Clock clock;

  PrepareScriptsForm(ScriptReviews reviews, Clock clock) {
    this.reviews = reviews;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateTask task) {
    task.getExecution().removeVariable(Variables.SCRIPT_DECISION.name());
    String owner = Variables.SCRIPT_OWNER.in(task);
    Variables.HEADER.setLocal(
        task, owner.isEmpty() ? "Скрипты без ответственного" : "Скрипты · " + owner);
    Variables.DEADLINE_TEXT.setLocal(task, FormSheet.moscow(Variables.DUE_AT.in(task)));
    Variables.SCRIPTS_SHOWN.setLocal(
        task,
        FormSheet.fits(
            reviews.of(Variables.SCRIPT_IDS.in(task)).stream()
                .map(this::line)
                .collect(Collectors.joining("\n"))));
  }

  private String line(Entry script) {
    String question = script.content().question().replaceAll("\\s+", " ");
    return "№ %d. %s — %s"
        .formatted(
            script.id(),
            question.length() > LONGEST_QUESTION
                ? question.substring(0, LONGEST_QUESTION) + "…"
                : question,
            why(script));
  }

  private String why(Entry script) {
    LocalDate until = script.content().validUntil();
    if (until != null && until.isBefore(MoscowTime.dayOf(clock.instant()))) {
      return "срок действия вышел " + MoscowTime.day(until);
    }
    return script.doubt() == null ? "давно не проверяли" : script.doubt();
  }
}
