package org.communitydesk.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.communitydesk.access.Access;
import org.communitydesk.loop.Loop;
import org.communitydesk.loop.Loops;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who listens at this node. It ends before the web server does, or that would wait for it. */
@Component
class SseHub implements SmartLifecycle {

  static final int MOST_PER_PERSON = 12;
  private static final int MOST = 2_000;
  private static final int SENDERS = 8;
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final Access access;
  private final Loops loops;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private ThreadPoolExecutor senders;
  private Loop beats;
  private volatile boolean running;

  SseHub(Access access, Loops loops) {
    this.access = access;
    this.loops = loops;
  }

  @Override
  public void start() {
    senders =
        new ThreadPoolExecutor(
            SENDERS, SENDERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads("live-"));
    senders.allowCoreThreadTimeOut(true);
    beats =
        loops.start(
            "live-beat",
            "связь с открытыми страницами",
            BEAT,
            () -> {
              tell(new Change.Beat());
              return BEAT;
            });
    running = true;
  }

  private static CustomizableThreadFactory threads(String prefix) {
    CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
    threads.setDaemon(true);
    return threads;
  }

  @Override
  public void stop() {
    running = false;
    listeners.forEach(Listener::close);
    beats.stop();
    senders.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /**
   * Takes one more in.
   *
   * @throws ResponseStatusException when there are too many already
   */
  Listener admit(String person, Login login) {
    long theirs = listeners.stream().filter(one -> one.person().equals(person)).count();
    if (theirs >= MOST_PER_PERSON) {
      throw new ResponseStatusException(
          HttpStatus.TOO_MANY_REQUESTS, "Слишком много открытых вкладок: закройте лишние");
    }
    if (!running || listeners.size() >= MOST) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "Сейчас новости приходят только по запросу");
    }
    Listener listener = new Listener(person, login, access, senders);
    Runnable gone = () -> listeners.remove(listener);
    listener.emitter().onCompletion(gone);
    listener.emitter().onTimeout(listener::close);
    listener.emitter().onError(failure -> gone.run());
    listeners.add(listener);
    listener.tell(new Change.Anything());
    return listener;
  }

  void tell(Change change) {
    listeners.forEach(listener -> listener.tell(change));
  }
}
