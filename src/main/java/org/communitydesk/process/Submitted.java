package org.communitydesk.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What a person submitted with a task, and who it was. */
public final class Submitted {

  private Submitted() {}

  /** The user's id; null when the engine itself completed the task. */
  public static String by(DelegateTask task) {
    String signedIn =
        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication() == null
            ? null
            : task.getProcessEngineServices()
                .getIdentityService()
                .getCurrentAuthentication()
                .getUserId();
    return signedIn == null ? task.getAssignee() : signedIn;
  }

  public static String caseId(DelegateTask task) {
    return Variables.CASE_ID.in(task);
  }

  /**
   * Takes a decision.
   *
   * @throws IllegalArgumentException when the form sent none or an unknown one
   */
  public static <T> T decision(DelegateTask task, ProcessVariable<T> variable) {
    try {
      return variable.in(task);
    } catch (IllegalStateException unusable) {
      throw new IllegalArgumentException(
          "Поле " + variable.name() + " не заполнено или содержит неизвестное значение.", unusable);
    }
  }

  /**
   * Takes a text away from the engine, wherever the caller has put it.
   *
   * @return without surrounding blanks; empty when there is none
   */
  public static Optional<String> text(DelegateTask task, ProcessVariable<String> variable) {
    DelegateExecution execution = task.getExecution();
    Object leaked = execution.getVariable(variable.name());
    Object text = leaked == null ? task.getVariableLocal(variable.name()) : leaked;
    execution.removeVariable(variable.name());
    task.removeVariableLocal(variable.name());
    return Optional.ofNullable(text)
        .map(Object::toString)
        .map(String::strip)
        .filter(t -> !t.isEmpty());
  }

  /**
   * As {@link #text}, where there must be one.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public static String required(DelegateTask task, ProcessVariable<String> variable) {
    return text(task, variable)
        .orElseThrow(
            () -> new IllegalArgumentException("Поле " + variable.name() + " не заполнено."));
  }
}
