package org.communitydesk.sandbox;

import java.util.function.Function;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.world.Counters;
import org.communitydesk.sandbox.world.Entries;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Objection;
import org.communitydesk.sandbox.world.Posts;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The simulated platforms, each with at least its default post. */
@Component
class Stage {

  private final ObjectProvider<Simulator> simulators;
  private final Posts posts;
  private final Entries entries;
  private final Counters counters;
  private final TransactionTemplate transaction;

  Stage(
      ObjectProvider<Simulator> simulators,
      Posts posts,
      Entries entries,
      Counters counters,
      TransactionTemplate transaction) {
    this.simulators = simulators;
    this.posts = posts;
    this.entries = entries;
    this.counters = counters;
    this.transaction = transaction;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    simulators
        .orderedStream()
        .forEach(
            simulator ->
                act(
                    simulator,
                    on -> {
                      if (posts.all(on.platform()).isEmpty()) {
                        on.openDefaultPost();
                      }
                      return on;
                    }));
  }

  /** The simulator of a platform; 404 when there is none. */
  Simulator of(String platform) {
    return simulators
        .orderedStream()
        .filter(simulator -> simulator.platform().id().equals(platform))
        .findFirst()
        .orElseThrow(
            () ->
                new Objection(
                    404,
                    Platform.of(platform)
                        .map(known -> "Платформа " + known.title() + " ещё не имитируется")
                        .orElse("Нет платформы «" + platform + "»")));
  }

  /** Does something with a platform in one transaction, alone on it. */
  <T> T act(Simulator simulator, Function<Simulator, T> work) {
    return transaction.execute(
        status -> {
          counters.alone(simulator.platform());
          return work.apply(simulator);
        });
  }

  /** A user's message that stands; 404, 409 or 422 when it cannot be changed. */
  Entry own(Simulator simulator, String id) {
    Entry entry =
        entries
            .find(simulator.platform(), id)
            .orElseThrow(() -> new Objection(404, "Нет сообщения " + id));
    if (entry.byBrand()) {
      throw new Objection(422, "Это сообщение бренда: пользователь не может его изменить");
    }
    if (entry.deleted()) {
      throw new Objection(409, "Сообщение " + id + " уже удалено");
    }
    return entry;
  }
}
