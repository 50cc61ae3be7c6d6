package org.communitydesk.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Delivery;
import org.communitydesk.channel.Health;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reception;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.communitydesk.support.Interleaving;

/** A platform that answers each thread's call as the test says, and knows what stands on it. */
class ScriptedPlatform implements Channel {

  static final Account ACCOUNT = new Account(Platform.VK, "main");

  /** Where a call may be stopped. */
  static final String ASKED = "the call begins";

  static final String DONE = "the call is done";
  static final String LOOKED = "the platform was looked at";

  /** How a call goes. */
  enum Answer {
    TAKES,
    BUSY,
    REFUSES,
    LOCKS_OUT,
    BREAKS_OFF,
    TAKES_AND_BREAKS_OFF,
    FAULT,
    TAKES_AND_FAULT
  }

  /** How the platform shows what stands on it. */
  enum Sight {
    SHOWS,
    HIDES,
    BUSY,
    LOCKS_OUT
  }

  private final ThreadLocal<Answer> answer = ThreadLocal.withInitial(() -> Answer.TAKES);
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<UUID, List<String>> replies = Collections.synchronizedMap(new HashMap<>());
  private final List<Act> acts = Collections.synchronizedList(new ArrayList<>());
  private volatile Sight sight = Sight.SHOWS;
  private volatile String shown;

  void reset() {
    answer.set(Answer.TAKES);
    sight = Sight.SHOWS;
    shown = null;
    replies.clear();
    acts.clear();
    calls.set(0);
  }

  /** To the next calls of this thread. */
  void answers(Answer next) {
    answer.set(next);
  }

  void shows(Sight how) {
    sight = how;
  }

  /** Whoever looks for a reply is shown that message, as a platform does that knows texts only. */
  void showsEverywhere(String message) {
    shown = message;
  }

  /** The messages that stand there under that key; one is right. */
  List<String> standing(UUID key) {
    return List.copyOf(replies.getOrDefault(key, List.of()));
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }

  int calls() {
    return calls.get();
  }

  /** Somebody publishes it there past the desk, or the desk that was lost in a fire has. */
  String publish(UUID key) {
    String id = "m" + ids.incrementAndGet();
    replies.computeIfAbsent(key, any -> Collections.synchronizedList(new ArrayList<>())).add(id);
    return id;
  }

  @Override
  public Account account() {
    return ACCOUNT;
  }

  @Override
  public String reply(Reply reply) {
    return call(() -> publish(reply.publicationId()));
  }

  @Override
  public void moderate(Act act) {
    call(
        () -> {
          acts.add(act);
          return null;
        });
  }

  private String call(Supplier<String> doing) {
    calls.incrementAndGet();
    Answer how = answer.get();
    Interleaving.reach(ASKED);
    boolean takes =
        how == Answer.TAKES || how == Answer.TAKES_AND_BREAKS_OFF || how == Answer.TAKES_AND_FAULT;
    String id = takes ? doing.get() : null;
    Interleaving.reach(DONE);
    return switch (how) {
      case TAKES -> id;
      case BUSY -> throw new CallFailure.Busy("Слишком часто", Duration.ofSeconds(30));
      case REFUSES -> throw new CallFailure.Refused("Нельзя");
      case LOCKS_OUT -> throw new CallFailure.LockedOut("Ключ не принят");
      case BREAKS_OFF, TAKES_AND_BREAKS_OFF -> throw new CallFailure.Unsure("Нет ответа");
      case FAULT, TAKES_AND_FAULT -> throw new IllegalStateException("A fault of the program");
    };
  }

  @Override
  public ReadBack readBack(Reply reply, Instant since) {
    ReadBack seen =
        switch (sight) {
          case SHOWS ->
              Optional.ofNullable(shown)
                  .or(() -> standing(reply.publicationId()).stream().findFirst())
                  .<ReadBack>map(ReadBack.Found::new)
                  .orElseGet(ReadBack.Absent::new);
          case HIDES -> new ReadBack.CannotTell();
          case BUSY -> throw new CallFailure.Busy("Слишком часто", Duration.ofSeconds(30));
          case LOCKS_OUT -> throw new CallFailure.LockedOut("Ключ не принят");
        };
    Interleaving.reach(LOOKED);
    return seen;
  }

  @Override
  public Reception receive(Delivery delivery) {
    throw new UnsupportedOperationException();
  }

  @Override
  public InboundEvent understand(byte[] event) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Health check() {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] fetch(Attachment attachment, int maxBytes) {
    throw new UnsupportedOperationException();
  }
}
