package org.communitydesk.process.appeal;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.SlaTimer;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Submitted;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму о просрочке: какой срок прошёл.")
class PrepareBreachForm implements TaskListener {

  private final FormSheet sheet;
  private final Clocks clocks;

  PrepareBreachForm(FormSheet sheet, Clocks clocks) {
    this.sheet = sheet;
    this.clocks = clocks;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.DUE_AT.in(task), Variables.REMARK);
    Variables.PROBLEM.setLocal(
        task,
        clocks.of(Submitted.caseId(task)).stream()
            .filter(clock -> clock.breachedAt() != null)
            .map(clock -> words(clock.name()) + ": " + FormSheet.moscow(clock.breachedAt()))
            .collect(Collectors.joining("\n")));
  }

  private static String words(SlaTimer.Name name) {
    return switch (name) {
      case FIRST_RESPONSE -> "Первый ответ был нужен";
      case RESOLUTION -> "Решение было нужно";
    };
  }
}
