package org.communitydesk.process.reply;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.advocate.Advocate;
import org.communitydesk.advocate.Advocates;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Готовит форму адвоката: возражение, ответы бренда, адвокаты площадки и их фразы.")
class PrepareAdvocacyForm implements TaskListener {

  private final FormSheet sheet;
  private final Conversations conversations;
  private final Advocates advocates;
  private final Clock clock;

  PrepareAdvocacyForm(
      FormSheet sheet, Conversations conversations, Advocates advocates, Clock clock) {
    this.sheet = sheet;
    this.conversations = conversations;
    this.advocates = advocates;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateTask task) {
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.ADVOCATE_ID);
    List<Advocate> active = advocates.active(file.account().platform(), clock.instant());
    if (active.isEmpty()) {
      Variables.PROBLEM.setLocal(
          task,
          "На этой площадке нет адвоката с действующим согласием. Старший смены добавляет людей на"
              + " странице /advocates. Потом возьмите задачу (взятую сначала освободите) и обновите"
              + " страницу.");
    }
    Variables.ADVOCATES_TEXT.setLocal(task, FormSheet.fits(choices(active)));
    Variables.DISCLOSURES_TEXT.setLocal(task, FormSheet.fits(disclosures(active)));
    Variables.OBJECTION_TEXT.setLocal(
        task, FormSheet.fits(conversations.answered(file.caseId(), null).text()));
    Variables.ANSWERED_TEXT.setLocal(task, FormSheet.fits(answers(file)));
    Variables.ADVOCATE_ID.setLocal(task, active.size() == 1 ? active.get(0).id() : "");
    Variables.ADVOCATE_POST_URL.setLocal(task, "");
    Variables.ADVOCATE_POST_TEXT.setLocal(task, "");
  }

  private static String choices(List<Advocate> active) {
    return active.stream()
        .map(
            one -> "%s: %s (%s)".formatted(one.id(), one.name(), one.accountId()).replace('¦', '|'))
        .collect(Collectors.joining("¦"));
  }

  private static String disclosures(List<Advocate> active) {
    return active.stream()
        .map(one -> one.name() + ": " + one.disclosure())
        .collect(Collectors.joining("\n"));
  }

  private String answers(CaseFile file) {
    return conversations.of(file.caseId()).stream()
        .filter(CaseMessage::byBrand)
        .map(CaseMessage::text)
        .collect(Collectors.joining("\n\n"));
  }
}
