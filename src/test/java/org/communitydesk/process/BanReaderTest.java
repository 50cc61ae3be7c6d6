package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.channel.TellsBans;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.wire.CallFailure;
import org.junit.jupiter.api.Test;

/** Nothing is concluded from half a list. */
class BanReaderTest {

  private final Deque<TellsBans.Part> parts = new ArrayDeque<>();

  private final TellsBans channel =
      (TellsBans)
          Proxy.newProxyInstance(
              TellsBans.class.getClassLoader(),
              new Class<?>[] {TellsBans.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "account" -> new Account(Platform.VK, "main");
                    case "capabilities" -> Capabilities.of(Platform.VK);
                    case "bans" -> parts.remove();
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  @Test
  void readsAllParts() {
    part("1", 2, "501");
    part(null, 2, "502");
    BanReader.Reading reading = new BanReader().all(channel, List.of());
    assertThat(reading.isList()).isTrue();
    assertThat(reading.bans()).extracting(StandingBan::personId).containsOnly("501", "502");
  }

  @Test
  void believesNoListThatBecameShorterMeanwhile() {
    part("2", 3, "501", "502");
    part(null, 2);
    assertThatThrownBy(() -> new BanReader().all(channel, List.of()))
        .isInstanceOf(CallFailure.Busy.class);
  }

  @Test
  void believesNoListThatHasLessThanItSays() {
    part(null, 2, "501");
    assertThatThrownBy(() -> new BanReader().all(channel, List.of()))
        .isInstanceOf(CallFailure.Busy.class);
  }

  private void part(String next, Integer total, String... people) {
    parts.add(
        new TellsBans.Part(
            List.of(people).stream()
                .map(person -> new StandingBan(person, "", null, null, false))
                .toList(),
            next,
            total));
  }
}
