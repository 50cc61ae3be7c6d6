package org.communitydesk.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.communitydesk.engine.Credentials.Stored;
import org.communitydesk.security.LoginThrottle;
import org.communitydesk.security.PasswordRule;
import org.communitydesk.security.TryLater;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks passwords, outside of any transaction: a check takes a good part of a second of one core.
 * So one that was right is remembered for seconds, the same one is worked once at a time, and few
 * are worked beside each other.
 */
@Component
class Passwords {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST_REMEMBERED = 1_000;
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int MOST_WAITING = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Credentials credentials;
  private final PasswordHashes hashes;
  private final LoginThrottle throttle;
  private final Clock clock;
  private final SecretKey key = new SecretKey();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Map<String, CompletableFuture<Optional<Stored>>> underWay =
      new ConcurrentHashMap<>();
  private final Map<String, Remembered> remembered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Passwords(Credentials credentials, PasswordHashes hashes, LoginThrottle throttle, Clock clock) {
    this.credentials = credentials;
    this.hashes = hashes;
    this.throttle = throttle;
    this.clock = clock;
  }

  /**
   * The person's row when the password is right; empty for a wrong one, an unknown and a locked
   * person, after the same time.
   *
   * @throws TryLater when there were too many tries
   */
  Optional<Stored> check(String person, String password) {
    if (person == null || password == null || password.length() > PasswordRule.LONGEST) {
      return Optional.empty();
    }
    String code = key.of(person, password);
    Optional<Stored> known = recall(code, person);
    return known.isPresent() ? known : once(code, person, password);
  }

  private Optional<Stored> once(String code, String person, String password) {
    CompletableFuture<Optional<Stored>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Stored>> others = underWay.putIfAbsent(code, mine);
    if (others != null) {
      return await(others);
    }
    try {
      mine.complete(work(code, person, password));
    } catch (RuntimeException | Error failure) {
      mine.completeExceptionally(failure);
    } finally {
      underWay.remove(code);
    }
    return await(mine);
  }

  private static Optional<Stored> await(CompletableFuture<Optional<Stored>> result) {
    try {
      return result.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof TryLater later) {
        throw later;
      }
      throw failure;
    }
  }

  private Optional<Stored> work(String code, String person, String password) {
    Optional<LoginThrottle.Attempt> attempt =
        address().map(address -> throttle.begin(address, person));
    takeTurn();
    Optional<Stored> right;
    try {
      Optional<Stored> stored = credentials.now(person);
      right = hashes.matches(password, stored) ? stored : Optional.empty();
      right = right.map(known -> upgraded(known, password));
    } finally {
      turns.release();
    }
    right.ifPresent(
        known -> {
          attempt.ifPresent(LoginThrottle.Attempt::succeeded);
          remember(code, known.stamp());
        });
    return right;
  }

  private void takeTurn() {
    try {
      if (turns.getQueueLength() >= MOST_WAITING
          || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TryLater(Duration.ofSeconds(AT_ONCE));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TryLater(Duration.ofSeconds(1));
    }
  }

  private Stored upgraded(Stored old, String password) {
    if (!hashes.isOutdated(old.password(), password)) {
      return old;
    }
    String salt = hashes.salt();
    credentials.replace(old, hashes.hash(password, salt), salt);
    return credentials.now(old.person()).orElse(old);
  }

  private Optional<Stored> recall(String code, String person) {
    Remembered before;
    synchronized (remembered) {
      before = remembered.get(code);
    }
    return before == null || !before.isFresh(clock.instant())
        ? Optional.empty()
        : credentials.lately(person).filter(current -> current.stamp().equals(before.stamp));
  }

  private void remember(String code, Stamp stamp) {
    synchronized (remembered) {
      remembered.put(code, new Remembered(stamp, clock.instant()));
    }
  }

  /** Nobody's when the desk itself asks. */
  private static Optional<String> address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
        ? Optional.of(web.getRequest()).map(HttpServletRequest::getRemoteAddr)
        : Optional.empty();
  }

  private record Remembered(Stamp stamp, Instant at) {

    boolean isFresh(Instant now) {
      Duration age = Duration.between(at, now);
      return !age.isNegative() && age.compareTo(REMEMBERED) < 0;
    }
  }
}
