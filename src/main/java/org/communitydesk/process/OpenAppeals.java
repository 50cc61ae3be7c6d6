package org.communitydesk.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.advocate.Advocates;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Changes;
import org.communitydesk.cases.IntakeResult;
import org.communitydesk.conversation.Message;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Choices.FoundViolation;
import org.springframework.stereotype.Component;

/** The running instances of the process {@code appeal}: begins them and tells them what happens. */
@Component
public class OpenAppeals {

  private static final String APPEAL = "appeal";

  /**
   * Of a task that comes before the tables were asked: the person takes the message back at once.
   */
  private static final long UNTIL_TRIAGE = 50;

  private final RuntimeService engine;
  private final CaseFiles files;
  private final Advocates advocates;

  OpenAppeals(RuntimeService engine, CaseFiles files, Advocates advocates) {
    this.engine = engine;
    this.files = files;
    this.advocates = advocates;
  }

  /** Begins an appeal with a message, or tells the one that it has joined. */
  public void take(IntakeResult intakeResult) {
    if (intakeResult instanceof IntakeResult.Begun begun) {
      begin(begun.file(), begun.message());
    } else if (intakeResult instanceof IntakeResult.Joined joined) {
      if (isRunning(joined.file().caseId())) {
        announce(joined.file().caseId(), Messages.USER_REPLIED, about(joined.message()));
      } else {
        begin(joined.file(), joined.message());
      }
    }
  }

  public void changed(Changes.Changed changed, Message message) {
    if (changed.late()) {
      changedAfterClosing(files.of(changed.caseId()), changed.sameWords(), message);
    } else {
      announce(changed.caseId(), Messages.MESSAGE_EDITED, about(message));
    }
  }

  public void removed(String caseId) {
    announce(caseId, Messages.MESSAGE_REMOVED, Map.of());
  }

  private void changedAfterClosing(CaseFile file, boolean sameWords, Message message) {
    engine
        .createMessageCorrelation(Messages.CHANGED_AFTER_CLOSING)
        .processInstanceBusinessKey(file.caseId())
        .setVariable(Variables.CASE_ID.name(), file.caseId())
        .setVariable(Variables.PLATFORM.name(), file.account().platform().name())
        .setVariable(Variables.KIND.name(), file.kind().name())
        .setVariable(Variables.MESSAGE_ID.name(), message.externalId())
        .setVariable(Variables.SAME_WORDS.name(), sameWords)
        .correlateStartMessage();
  }

  private void begin(CaseFile file, Message message) {
    Map<String, Object> variables = new HashMap<>(about(message));
    variables.put(Variables.CASE_ID.name(), file.caseId());
    variables.put(Variables.PLATFORM.name(), file.account().platform().name());
    variables.put(Variables.KIND.name(), file.kind().name());
    variables.put(Variables.AUDIENCE.name(), null);
    variables.put(Variables.DUE_AT.name(), null);
    variables.put(Variables.PRIORITY.name(), UNTIL_TRIAGE);
    variables.put(
        Variables.ADVOCATE_POST.name(),
        advocates.isPost(
            file.account().platform(), message.author().id(), message.text(), message.at()));
    engine
        .createMessageCorrelation(Messages.APPEAL_RECEIVED)
        .processInstanceBusinessKey(file.caseId())
        .setVariables(variables)
        .correlateStartMessage();
  }

  /** What is found out about one message stands beside its id, never beside another's. */
  private static Map<String, Object> about(Message message) {
    return Map.of(
        Variables.MESSAGE_ID.name(),
        message.externalId(),
        Variables.VIOLATION.name(),
        FoundViolation.NONE.name(),
        Variables.VIOLATION_CERTAIN.name(),
        false,
        Variables.MUTED.name(),
        false,
        Variables.ABOUT_MONEY.name(),
        false,
        Variables.SUGGESTED_CLASS.name(),
        AppealClass.CONSTRUCTIVE.name(),
        Variables.SUGGESTION_CONFIDENCE.name(),
        0L);
  }

  private boolean isRunning(String caseId) {
    return engine
            .createProcessInstanceQuery()
            .processDefinitionKey(APPEAL)
            .processInstanceBusinessKey(caseId)
            .count()
        > 0;
  }

  /** The appeal, if it is still worked, hears of it. */
  private void announce(String caseId, String message, Map<String, Object> variables) {
    engine
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(caseId)
        .setVariablesToTriggeredScope(variables)
        .correlateAll();
  }

  /**
   * Whether something that was heard beside the main path is still being worked: detection,
   * evidence, a confirmation. Each of them keeps its message beside that of the instance.
   *
   * @param instanceId of the appeal
   */
  public boolean isWorkedBeside(String instanceId) {
    return engine
        .createVariableInstanceQuery()
        .processInstanceIdIn(instanceId)
        .variableName(Variables.MESSAGE_ID.name())
        .list()
        .stream()
        .anyMatch(one -> !one.getExecutionId().equals(instanceId));
  }

  /** Tells the main path of the appeal that something beside it is over, or asks for an answer. */
  public void besideIsOver(String caseId) {
    announce(caseId, Messages.WORK_BESIDE_OVER, Map.of());
  }
}
