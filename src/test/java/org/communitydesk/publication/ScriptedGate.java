package org.communitydesk.publication;

import java.time.Duration;
import java.time.Instant;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;

/** A gate that says what the test wants. */
class ScriptedGate implements Gate {

  private volatile Permission permission;

  void open() {
    permission = new Go(false);
  }

  void shut() {
    permission = new Held("Ключ не принят");
  }

  void wait(Instant until) {
    permission = new Later(until, Duration.ZERO, "Лимит исчерпан");
  }

  @Override
  public Permission ask(Account account, Kind kind) {
    return permission;
  }

  @Override
  public boolean isShut(Account account) {
    return permission instanceof Held;
  }

  @Override
  public boolean mayPoll(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void polled(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void notPolled(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void faltered(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void gap(Account account, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stuck(Account account, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void proven(Account account) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void unproven(Account account) {
    throw new UnsupportedOperationException();
  }
}
