package org.communitydesk.channelhealth;

import java.util.List;
import org.communitydesk.channel.Capabilities.Rate;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.Keyring;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.Secret;
import org.communitydesk.loop.Loops;
import org.springframework.stereotype.Component;

/** How the channels stand. */
@Component
public class ChannelWatch {

  private final States states;
  private final HealthEvaluator healthEvaluator;
  private final Channels channels;
  private final Keys keys;
  private final Renewer renewer;
  private final Budgets budgets;
  private final Limits limits;
  private final HealthMonitor healthMonitor;
  private final Loops loops;

  ChannelWatch(
      States states,
      HealthEvaluator healthEvaluator,
      Channels channels,
      Keys keys,
      Renewer renewer,
      Budgets budgets,
      Limits limits,
      HealthMonitor healthMonitor,
      Loops loops) {
    this.loops = loops;
    this.keys = keys;
    this.renewer = renewer;
    this.budgets = budgets;
    this.limits = limits;
    this.states = states;
    this.healthEvaluator = healthEvaluator;
    this.channels = channels;
    this.healthMonitor = healthMonitor;
  }

  /**
   * How an account stands now.
   *
   * @throws IllegalStateException when the account is not set up
   */
  public Standing of(Account account) {
    Channel channel = channels.of(account);
    ChannelStateRow channelStateRow = states.of(account);
    HealthEvaluator.Paint paint = darkened(healthEvaluator.of(channel, channelStateRow));
    return new Standing(
        paint.colour(),
        paint.reason(),
        channelStateRow.since(),
        channelStateRow.checkedAt(),
        channelStateRow.name(),
        channelStateRow.note(),
        channelStateRow.tokenExpiresAt(),
        channelStateRow.hookSubscribed(),
        limits.tightest(account).orElse(null));
  }

  // what this node does not do hardly any channel goes without
  private HealthEvaluator.Paint darkened(HealthEvaluator.Paint paint) {
    List<String> down = loops.down();
    return paint.colour() == HealthStatus.GREEN && !down.isEmpty()
        ? new HealthEvaluator.Paint(
            HealthStatus.YELLOW,
            "На узле сбой, сейчас не работает и запускается снова: " + String.join(", ", down))
        : paint;
  }

  /** How many calls of that rate the account may still make now. */
  public long left(Channel channel, Rate rate) {
    return budgets.left(channel.account(), rate);
  }

  /**
   * Asks the platform now whether it takes our key, unless the account is switched off, and does
   * what follows from the answer.
   *
   * @throws IllegalStateException when the account is not set up
   */
  public Standing check(Account account) {
    healthMonitor.checkNow(channels.of(account));
    return of(account);
  }

  /** Whether keys can be kept in the database: {@code desk.secret-key} is set. */
  public boolean canKeepKeys() {
    return keys.canSeal();
  }

  /**
   * Puts other keys in the place of those in the settings, on all nodes, and checks them.
   *
   * @param token null leaves it as it is
   * @param adminToken null leaves it as it is
   * @param who the administrator's login
   * @throws IllegalArgumentException when the account cannot work with such keys; nothing is
   *     changed
   */
  public Standing change(Account account, Secret token, Secret adminToken, String who) {
    if (!channels.couldTake(account, token, adminToken)) {
      throw new IllegalArgumentException("The channel cannot take such a key");
    }
    if (token != null) {
      keys.put(account, Keyring.Key.TOKEN, token, who);
      renewer.forget(account);
    }
    if (adminToken != null) {
      keys.put(account, Keyring.Key.ADMIN_TOKEN, adminToken, who);
    }
    return check(account);
  }

  /** Lets the keys in the settings count again, and checks them. */
  public Standing forgetKeys(Account account) {
    for (Keyring.Key key : Keyring.Key.values()) {
      keys.remove(account, key);
    }
    return check(account);
  }
}
