package org.communitydesk.engine;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceForIdCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetExternalTaskErrorDetailsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Tells a person plainly why a task cannot be worked: gone is 404, taken or changed by somebody
 * else is 409; what is read and not there is 404. The engine's REST would answer 500.
 */
class TaskErrorMapper extends CommandInterceptor {

  private static final Set<Class<?>> WORK =
      Set.of(
          SubmitTaskFormCmd.class, CompleteTaskCmd.class, ClaimTaskCmd.class, AssignTaskCmd.class);

  /** What the engine's REST asks of an object that may not be there. */
  private static final Set<Class<?>> READING =
      Set.of(
          GetDeploymentResourceForIdCmd.class,
          GetExecutionVariableCmd.class,
          GetExecutionVariableTypedCmd.class,
          GetExecutionVariablesCmd.class,
          GetExternalTaskErrorDetailsCmd.class,
          HistoricDecisionInstanceStatisticsQueryImpl.class);

  private final ThreadLocalPerson person;

  TaskErrorMapper(ThreadLocalPerson person) {
    this.person = person;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (person.get() == null) {
      return next.execute(command);
    }
    if (READING.contains(command.getClass())) {
      return read(command);
    }
    if (!WORK.contains(command.getClass())) {
      return next.execute(command);
    }
    try {
      return next.execute(command);
    } catch (TaskAlreadyClaimedException taken) {
      throw answer(Status.CONFLICT, "Задачу уже взял другой сотрудник.", taken);
    } catch (OptimisticLockingException changed) {
      throw answer(
          Status.CONFLICT, "Задачу только что изменил кто-то другой: обновите список.", changed);
    } catch (ProcessEngineException failure) {
      if (isGone(failure)) {
        throw answer(Status.NOT_FOUND, "Задачи уже нет: её завершили или отозвали.", failure);
      }
      throw forbidden(failure)
          .or(() -> outdated(failure))
          .or(() -> badInput(failure))
          .orElse(failure);
    }
  }

  private <T> T read(Command<T> command) {
    try {
      return next.execute(command);
    } catch (NullValueException missing) {
      throw answer(Status.NOT_FOUND, "Этого нет: оно закончилось или его не было.", missing);
    }
  }

  /** A form's listener does not let this person decide and says why. */
  private static Optional<RuntimeException> forbidden(ProcessEngineException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
        .skip(1)
        .filter(AuthorizationException.class::isInstance)
        .findFirst()
        .map(cause -> answer(Status.FORBIDDEN, cause.getMessage(), (Exception) cause));
  }

  /** A form's listener says that the form has become untrue meanwhile. */
  private static Optional<RuntimeException> outdated(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(ConcurrentModificationException.class::isInstance)
        .findFirst()
        .map(cause -> answer(Status.CONFLICT, cause.getMessage(), (Exception) cause));
  }

  /** A form's listener found the fields unusable and says so in words for the person. */
  private static Optional<RuntimeException> badInput(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(IllegalArgumentException.class::isInstance)
        .findFirst()
        .map(cause -> answer(Status.BAD_REQUEST, cause.getMessage(), (Exception) cause));
  }

  private static boolean isGone(ProcessEngineException failure) {
    return failure.getMessage() != null
        && failure.getMessage().contains("Cannot find task with id");
  }

  private static ClientErrorException answer(Status status, String text, Exception cause) {
    return new ClientErrorException(text, status, cause);
  }

  /** Who acts on this thread; null when nobody does. */
  interface ThreadLocalPerson {
    Authentication get();
  }
}
