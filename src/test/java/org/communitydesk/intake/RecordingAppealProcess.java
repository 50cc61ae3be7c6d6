package org.communitydesk.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.MessageRemoved;

/** Remembers what it heard, and whether two events of one author were ever heard at one time. */
final class RecordingAppealProcess implements AppealProcess {

  private final List<InboundEvent> heard = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> talking = new ConcurrentHashMap<>();
  private final AtomicInteger overlaps = new AtomicInteger();
  private volatile Consumer<InboundEvent> before = any -> {};

  @Override
  public void hear(InboundEvent event) {
    String author = event.messages().isEmpty() ? "" : event.messages().get(0).author().id();
    AtomicInteger inside = talking.computeIfAbsent(author, any -> new AtomicInteger());
    if (inside.incrementAndGet() > 1) {
      overlaps.incrementAndGet();
    }
    try {
      before.accept(event);
      heard.add(event);
    } finally {
      inside.decrementAndGet();
    }
  }

  void before(Consumer<InboundEvent> work) {
    before = work;
  }

  void forget() {
    heard.clear();
    overlaps.set(0);
    before = any -> {};
  }

  int overlaps() {
    return overlaps.get();
  }

  /** The external ids in the order heard. */
  List<String> ids() {
    return heard.stream().map(RecordingAppealProcess::id).toList();
  }

  List<String> texts() {
    return heard.stream().flatMap(event -> event.messages().stream()).map(m -> m.text()).toList();
  }

  static String id(InboundEvent event) {
    return event instanceof MessageRemoved messageRemoved
        ? "-" + messageRemoved.externalId()
        : event.messages().get(0).externalId();
  }
}
