package org.communitydesk.channelhealth;

import java.util.ArrayList;
import java.util.List;
import org.communitydesk.conversation.Account;

/** Notes what people are told. */
final class RecordingOutageProcess implements OutageProcess {

  final List<String> told = new ArrayList<>();
  boolean somethingIsHeld;
  boolean somethingMayResume;

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

  @Override
  public boolean mayResume(Account account) {
    return somethingMayResume;
  }

  @Override
  public void resume(Account account) {
    told.add("resume " + account);
    somethingMayResume = false;
  }
}
