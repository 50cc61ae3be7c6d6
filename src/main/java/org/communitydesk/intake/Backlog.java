package org.communitydesk.intake;

import org.communitydesk.conversation.Workload;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(10)
class Backlog implements Workload {

  private final Inbox inbox;
  private final Cursors cursors;
  private final Poller poller;

  Backlog(Inbox inbox, Cursors cursors, Poller poller) {
    this.inbox = inbox;
    this.cursors = cursors;
    this.poller = poller;
  }

  @Override
  public boolean pending() {
    return inbox.anyDue();
  }

  @Override
  public void clear() {
    // What a poll has fetched already must not come in afterwards.
    poller.stop();
    cursors.forget();
    inbox.clear();
    poller.start();
  }
}
