package org.communitydesk.channel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Every account that the operator has set up. */
@Component
public class Channels {

  private final Map<Account, Channel> channels = new LinkedHashMap<>();

  Channels(List<ChannelMaker> makers, Environment environment) {
    Binder binder = Binder.get(environment);
    for (ChannelMaker maker : makers) {
      binder
          .bind(
              "desk.channel." + maker.platform().id(),
              Bindable.mapOf(String.class, ChannelSettings.class))
          .orElseGet(Map::of)
          .forEach(
              (name, set) -> {
                Channel channel = maker.make(name, set);
                channels.put(channel.account(), channel);
              });
    }
  }

  /** The channel of that account; empty when the operator has not set it up. */
  public Optional<Channel> find(Platform platform, String account) {
    return Optional.ofNullable(channels.get(new Account(platform, account)));
  }

  /**
   * @throws IllegalStateException when the account is no longer set up
   */
  public Channel of(Account account) {
    return find(account.platform(), account.name())
        .orElseThrow(
            () -> new IllegalStateException("The account " + account + " is not set up any more"));
  }

  /** In the order of the settings. */
  public Collection<Channel> all() {
    return List.copyOf(channels.values());
  }

  /** The channels that must be asked for their events. */
  public List<Polled> polled() {
    return channels.values().stream()
        .filter(Polled.class::isInstance)
        .map(Polled.class::cast)
        .filter(Polled::isAsked)
        .toList();
  }
}
