package org.communitydesk.process.reply;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.process.Choices.Reaction;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит формы схемы №3: сколько было официальных ответов и что сделал человек.")
class PrepareNegativeForm implements TaskListener {

  private final FormSheet sheet;

  PrepareNegativeForm(FormSheet sheet) {
    this.sheet = sheet;
  }

  @Override
  public void notify(DelegateTask task) {
    sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.MANAGEMENT_DECISION);
    Reaction reaction = Variables.REACTION.in(task);
    Variables.PROBLEM.setLocal(
        task,
        "Официальных ответов: %d. %s"
            .formatted(Variables.ATTEMPTS.find(task).orElse(0L), words(reaction)));
    Variables.REACTION_SETTLED.setLocal(task, reaction == Reaction.THANKFUL);
    Variables.REMARK.setLocal(task, "");
  }

  private static String words(Reaction reaction) {
    return switch (reaction) {
      case THANKFUL -> "Похоже, человек благодарит.";
      case WROTE -> "Человек написал ещё.";
      case SILENT -> "Человек больше не писал.";
      case UNDELIVERED -> "Последний ответ до человека не дошёл.";
    };
  }
}
