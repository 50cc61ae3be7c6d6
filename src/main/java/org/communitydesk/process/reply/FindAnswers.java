package org.communitydesk.process.reply;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Ищет в скриптах ответы на слова пользователя и считает, сколько подошло.")
class FindAnswers implements JavaDelegate {

  private static final int MOST = 5;

  private final Conversations conversations;
  private final Knowledge knowledge;

  FindAnswers(Conversations conversations, Knowledge knowledge) {
    this.conversations = conversations;
    this.knowledge = knowledge;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String question =
        conversations.of(Variables.CASE_ID.in(execution)).stream()
            .filter(caseMessage -> !caseMessage.byBrand())
            .map(CaseMessage::text)
            .collect(Collectors.joining(" "));
    Variables.SUGGESTION_COUNT.set(execution, (long) knowledge.search(question, MOST).size());
  }
}
