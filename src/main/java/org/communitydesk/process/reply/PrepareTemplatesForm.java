package org.communitydesk.process.reply;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Replies;
import org.communitydesk.http.CallFailure;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму выбора шаблона: показывает ответ и одобренные платформой шаблоны.")
class PrepareTemplatesForm implements TaskListener {

  private final FormSheet sheet;
  private final Templates templates;
  private final Replies replies;

  PrepareTemplatesForm(FormSheet sheet, Templates templates, Replies replies) {
    this.sheet = sheet;
    this.templates = templates;
    this.replies = replies;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.TEMPLATE_DECISION);
    Variables.PROBLEM.setLocal(
        task,
        "Со времени последнего сообщения пользователя прошло слишком много времени: платформа"
            + " примет только заранее одобренный текст. Если пользователь напишет снова, окно"
            + " откроется.");
    Variables.REPLY_SHOWN.setLocal(task, FormSheet.fits(replies.text(Variables.REPLY_ID.in(task))));
    Variables.TEMPLATES_TEXT.setLocal(task, FormSheet.fits(list(file)));
    Variables.TEMPLATE_NAME.setLocal(task, "");
  }

  private String list(CaseFile file) {
    try {
      String list =
          templates.of(file.account()).stream()
              .map(template -> template.name() + "\n" + template.text())
              .collect(Collectors.joining("\n\n"));
      return list.isEmpty() ? "Подходящих шаблонов у аккаунта нет." : list;
    } catch (CallFailure notNow) {
      return "Список сейчас не получить: " + notNow.getMessage();
    }
  }
}
