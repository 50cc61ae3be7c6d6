package org.communitydesk.watch;

import java.util.ArrayList;
import java.util.List;
import org.communitydesk.conversation.Account;

/** Notes what people are told. */
final class RecordingOutages implements Outages {

  final List<String> told = new ArrayList<>();
  boolean somethingIsHeld;

  @Override
  public void begin(Account account) {
    told.add("begin " + account);
  }

  @Override
  public void end(Account account) {
    told.add("end " + account);
  }

  @Override
  public void release(Account account) {
    told.add("release " + account);
  }

  @Override
  public boolean releaseOne(Account account) {
    if (somethingIsHeld) {
      told.add("release one of " + account);
    }
    return somethingIsHeld;
  }
}
