package org.communitydesk.process.sanction;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.policy.CommunityRules;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.FormSheet;
import org.communitydesk.process.ProcessVariable;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Готовит форму нарушения: сообщение, найденные слова и карточка последствий по лестнице.")
class PrepareViolationForm implements TaskListener {

  private static final Map<FoundViolation, ProcessVariable<String>> NOTICES =
      Map.of(
          FoundViolation.ADVERTISING, Variables.NOTICE_ADVERTISING,
          FoundViolation.OTHER_PAYMENT_SYSTEMS, Variables.NOTICE_OTHER_PAYMENT_SYSTEMS,
          FoundViolation.OBSCENE, Variables.NOTICE_OBSCENE,
          FoundViolation.FLOOD, Variables.NOTICE_FLOOD,
          FoundViolation.INSULT, Variables.NOTICE_INSULT,
          FoundViolation.NOT_CONSTRUCTIVE, Variables.NOTICE_NOT_CONSTRUCTIVE);

  private final FormSheet sheet;
  private final Conversations conversations;
  private final CommunityRules rules;
  private final Consequences consequences;

  PrepareViolationForm(
      FormSheet sheet,
      Conversations conversations,
      CommunityRules rules,
      Consequences consequences) {
    this.sheet = sheet;
    this.conversations = conversations;
    this.rules = rules;
    this.consequences = consequences;
  }

  @Override
  public void notify(DelegateTask task) {
    FoundViolation found = Variables.VIOLATION.find(task).orElse(FoundViolation.NONE);
    CaseFile file =
        sheet.head(task, Variables.DUE_AT.find(task).orElse(null), Variables.NO_VIOLATION_DECISION);
    CaseMessage caseMessage = conversations.entry(file.caseId(), Variables.MESSAGE_ID.in(task));
    task.getExecution().removeVariable(Variables.VIOLATION.name());
    if (isCertain(task, found)) {
      Variables.VIOLATION.setLocal(task, found);
    }
    Variables.MESSAGE_SHOWN.setLocal(task, FormSheet.fits(caseMessage.text()));
    Variables.DETECTED_TEXT.setLocal(task, detected(caseMessage, found));
    Variables.CONSEQUENCE_TEXT.setLocal(task, consequences.card(file, caseMessage, found));
    Variables.HISTORY_TEXT.setLocal(task, consequences.history(file));
    NOTICES.forEach(
        (rule, shown) -> shown.setLocal(task, consequences.notice(file, caseMessage, rule)));
    sheet.replyField(task, file, "");
  }

  /** What may be a mistake is chosen by the person alone. */
  private static boolean isCertain(DelegateTask task, FoundViolation found) {
    return found != FoundViolation.NONE && Variables.VIOLATION_CERTAIN.find(task).orElse(false);
  }

  private String detected(CaseMessage caseMessage, FoundViolation found) {
    String words =
        rules.detect(caseMessage.text()).stream()
            .map(hit -> hit.violation().title() + ": " + String.join(", ", hit.words()))
            .distinct()
            .collect(Collectors.joining("\n"));
    return words.isEmpty() && found == FoundViolation.FLOOD
        ? "флуд: такой же текст уже писали, или сообщений от автора слишком много"
        : words;
  }
}
