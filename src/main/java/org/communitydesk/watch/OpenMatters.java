package org.communitydesk.watch;

import org.communitydesk.conversation.Workload;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people have not been told yet. Checks that are due are none of it. */
@Component
@Order(-10)
class OpenMatters implements Workload {

  private final States states;
  private final Budgets budgets;
  private final Limits limits;
  private final Keys keys;
  private final Renewer renewer;

  OpenMatters(States states, Budgets budgets, Limits limits, Keys keys, Renewer renewer) {
    this.renewer = renewer;
    this.limits = limits;
    this.keys = keys;
    this.states = states;
    this.budgets = budgets;
  }

  @Override
  public boolean pending() {
    return states.anythingToTell();
  }

  @Override
  public void clear() {
    states.clear();
    budgets.clear();
    limits.clear();
    keys.clear();
    renewer.clear();
  }
}
