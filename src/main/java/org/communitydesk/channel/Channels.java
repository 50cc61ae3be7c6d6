package org.communitydesk.channel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Secret;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Every account that the operator has set up. */
@Component
public class Channels {

  private final Map<Account, SetUp> accounts = new LinkedHashMap<>();

  private record SetUp(Channel channel, ChannelFactory maker, ChannelSettings settings) {}

  Channels(
      List<ChannelFactory> makers,
      Environment environment,
      ObjectProvider<CallListener> lookout,
      ObjectProvider<Keyring> keyring) {
    Binder binder = Binder.get(environment);
    for (ChannelFactory maker : makers) {
      binder
          .bind(
              "desk.channel." + maker.platform().id(),
              Bindable.mapOf(String.class, ChannelSettings.class))
          .orElseGet(Map::of)
          .forEach(
              (name, settings) -> {
                Account account = new Account(maker.platform(), name);
                Channel made = maker.make(name, live(account, settings, keyring.getIfAvailable()));
                Channel channel =
                    new GuardedChannel(made, Optional.ofNullable(lookout.getIfAvailable()));
                accounts.put(account, new SetUp(channel, maker, settings));
              });
    }
  }

  private static ChannelSettings live(Account account, ChannelSettings set, Keyring keyring) {
    return keyring == null
        ? set
        : set.withKeys(
            Secret.live(() -> keyring.find(account, Keyring.Key.TOKEN).orElse(set.token())),
            Secret.live(
                () -> keyring.find(account, Keyring.Key.ADMIN_TOKEN).orElse(set.adminToken())));
  }

  /** The channel of that account; empty when the operator has not set it up. */
  public Optional<Channel> find(Platform platform, String account) {
    return Optional.ofNullable(accounts.get(new Account(platform, account))).map(SetUp::channel);
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
    return accounts.values().stream().map(SetUp::channel).toList();
  }

  /** Whether the operator lets the account speak and be asked. */
  public boolean isOn(Account account) {
    return Optional.ofNullable(accounts.get(account))
        .map(setUp -> setUp.settings().enabled())
        .orElse(true);
  }

  /** The channels that must be asked for their events. */
  public List<Polled> polled() {
    return all().stream()
        .filter(channel -> isOn(channel.account()))
        .flatMap(channel -> channel.as(Polled.class).stream())
        .filter(Polled::isAsked)
        .toList();
  }

  /**
   * Whether the account could be set up with these keys; the platform is not asked.
   *
   * @param token null for the one in the settings
   * @param adminToken null for the one in the settings
   */
  public boolean couldTake(Account account, Secret token, Secret adminToken) {
    SetUp setUp = accounts.get(account);
    ChannelSettings set = setUp.settings();
    try {
      setUp
          .maker()
          .make(
              account.name(),
              set.withKeys(
                  token == null ? set.token() : token,
                  adminToken == null ? set.adminToken() : adminToken));
      return true;
    } catch (BadSetting malformed) {
      return false;
    }
  }
}
