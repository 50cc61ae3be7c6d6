package org.communitydesk.intake;

import org.communitydesk.conversation.Workload;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(10)
class Backlog implements Workload {

  private final Inbox inbox;
  private final Cursors cursors;

  Backlog(Inbox inbox, Cursors cursors) {
    this.inbox = inbox;
    this.cursors = cursors;
  }

  @Override
  public boolean pending() {
    return inbox.anyDue();
  }

  @Override
  public void clear() {
    cursors.forget();
    inbox.clear();
  }
}
