package org.communitydesk.watch;

import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Workload;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people have not been told yet. Checks that are due are none of it. */
@Component
@Profile("sandbox")
@Order(-10)
class OpenMatters implements Workload {

  private final States states;
  private final Budgets budgets;
  private final Limits limits;
  private final Keys keys;
  private final Renewer renewer;
  private final PublishingSwitch publishing;
  private final Channels channels;
  private final Outages outages;

  OpenMatters(
      States states,
      Budgets budgets,
      Limits limits,
      Keys keys,
      Renewer renewer,
      PublishingSwitch publishing,
      Channels channels,
      Outages outages) {
    this.channels = channels;
    this.outages = outages;
    this.publishing = publishing;
    this.renewer = renewer;
    this.limits = limits;
    this.keys = keys;
    this.states = states;
    this.budgets = budgets;
  }

  @Override
  public boolean pending() {
    return states.anythingToTell()
        || channels.all().stream().map(Channel::account).anyMatch(outages::mayResume);
  }

  @Override
  public void clear() {
    states.clear();
    budgets.clear();
    limits.clear();
    renewer.clear();
    keys.clear();
    publishing.clear();
  }
}
