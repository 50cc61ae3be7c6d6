package org.communitydesk.sandbox.desk;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.communitydesk.channel.Channel;
import org.communitydesk.channel.Channels;
import org.communitydesk.channelhealth.ChannelWatch;
import org.communitydesk.channelhealth.OutageProcess;
import org.communitydesk.conversation.Account;
import org.communitydesk.sandbox.Desk;
import org.springframework.stereotype.Component;

/** Sees and clears the desk from outside: by its engine, its tables and its doors. */
@Component
class PlayedDesk implements Desk {

  private static final int AT_ONCE = 100;

  private final RuntimeService runtime;
  private final ManagementService management;
  private final DeskTables tables;
  private final Channels channels;
  private final ChannelWatch watch;
  private final OutageProcess outageProcess;

  PlayedDesk(
      RuntimeService runtime,
      ManagementService management,
      DeskTables tables,
      Channels channels,
      ChannelWatch watch,
      OutageProcess outageProcess) {
    this.runtime = runtime;
    this.management = management;
    this.tables = tables;
    this.channels = channels;
    this.watch = watch;
    this.outageProcess = outageProcess;
  }

  @Override
  public boolean pending() {
    List<String> off =
        accounts().filter(account -> !channels.isOn(account)).map(Account::toString).toList();
    return tables.anyDue(off)
        || management.createJobQuery().executable().count() > 0
        || accounts().anyMatch(outageProcess::mayResume);
  }

  @Override
  public void clear() {
    // Nodes remember keys for a while; only who removes them at their door is heeded at once.
    tables.accountsWithKeys().forEach(watch::forgetKeys);
    do {
      endCases();
      tables.empty();
    } while (!someCases().isEmpty());
  }

  private Stream<Account> accounts() {
    return channels.all().stream().map(Channel::account);
  }

  private void endCases() {
    for (List<ProcessInstance> some = someCases(); !some.isEmpty(); some = someCases()) {
      some.forEach(one -> end(one.getId()));
    }
  }

  private void end(String instance) {
    try {
      runtime.deleteProcessInstanceIfExists(instance, "reset", true, true, true, false);
    } catch (OptimisticLockingException aJobWasFaster) {
      // The instance is found again, unless that job has ended it.
      return;
    }
  }

  private List<ProcessInstance> someCases() {
    return runtime.createProcessInstanceQuery().rootProcessInstances().listPage(0, AT_ONCE);
  }
}
