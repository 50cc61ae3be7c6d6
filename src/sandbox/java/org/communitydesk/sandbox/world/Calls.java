package org.communitydesk.sandbox.world;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.communitydesk.conversation.Platform;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.async.DeferredResult;

/** Answers the desk's calls to the platforms, well or as badly as was ordered. */
@Component
public class Calls implements SmartLifecycle {

  private static final long SLOW_SECONDS = 10;
  private static final long TIMEOUT_SECONDS = 180;

  private final Faults faults;
  private final CallLog calls;
  private final Counters counters;
  private final TransactionTemplate transaction;
  private final Effects effects;
  private final Set<Runnable> late = ConcurrentHashMap.newKeySet();
  private volatile ScheduledExecutorService timer;

  Calls(
      Faults faults,
      CallLog calls,
      Counters counters,
      TransactionTemplate transaction,
      Effects effects) {
    this.effects = effects;
    this.faults = faults;
    this.calls = calls;
    this.counters = counters;
    this.transaction = transaction;
  }

  /**
   * @param path within the platform's API, without a token
   * @param possible the faults that this call can show; empty for calls that change nothing
   * @param work does what the call asks, in one transaction and alone on its platform
   * @param misbehave the platform's answer for a fault in which nothing is done
   * @return null when the connection is to break
   */
  public DeferredResult<ResponseEntity<String>> answer(
      Platform platform,
      HttpServletRequest request,
      String path,
      Set<Fault> possible,
      Supplier<Answer> work,
      Function<Fault, Answer> misbehave) {
    Fault fault = transaction.execute(status -> faults.take(platform, possible).orElse(null));
    boolean undone =
        fault == Fault.RATE_LIMIT
            || fault == Fault.SERVER_ERROR
            || fault == Fault.DELETED_PARENT
            || fault == Fault.BLOCKED_BY_USER;
    Answer answer = undone ? misbehave.apply(fault) : alone(platform, work);
    boolean silent = fault == Fault.ACCEPT_THEN_RESET || fault == Fault.ACCEPT_THEN_TIMEOUT;
    calls.add(
        platform, request.getMethod(), path, silent ? null : Integer.valueOf(answer.status()));

    if (fault == Fault.ACCEPT_THEN_RESET) {
      request.setAttribute(Abort.ORDER, true);
      return null;
    }
    var result = new DeferredResult<ResponseEntity<String>>((TIMEOUT_SECONDS + 20) * 1000);
    Runnable finish = () -> result.setResult(entity(answer));
    if (fault == Fault.SLOW) {
      later(finish, SLOW_SECONDS);
    } else if (fault == Fault.ACCEPT_THEN_TIMEOUT) {
      later(finish, TIMEOUT_SECONDS);
    } else {
      finish.run();
    }
    return result;
  }

  private Answer alone(Platform platform, Supplier<Answer> work) {
    return effects.keptOf(
        () ->
            transaction.execute(
                status -> {
                  counters.alone(platform);
                  return work.get();
                }));
  }

  private void later(Runnable finish, long seconds) {
    late.add(finish);
    var unused =
        timer.schedule(
            () -> {
              late.remove(finish);
              finish.run();
            },
            seconds,
            TimeUnit.SECONDS);
  }

  private static ResponseEntity<String> entity(Answer answer) {
    return ResponseEntity.status(answer.status())
        .headers(headers -> answer.headers().forEach(headers::set))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.write(answer.body()));
  }

  @Override
  public void start() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sandbox-late-answers");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void stop() {
    ScheduledExecutorService stopped = timer;
    timer = null;
    if (stopped != null) {
      stopped.shutdownNow();
      late.forEach(Runnable::run);
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }
}
