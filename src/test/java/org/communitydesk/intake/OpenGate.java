package org.communitydesk.intake;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.communitydesk.channelhealth.Gate;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;

/** Lets everything through, unless the test shuts it. */
final class OpenGate implements Gate {

  private volatile boolean shut;
  private volatile int polled;
  private final Set<Account> faltered = ConcurrentHashMap.newKeySet();
  private volatile String stuck;
  private final List<String> gaps = new CopyOnWriteArrayList<>();

  void shut(boolean isShut) {
    shut = isShut;
  }

  /** Why what comes in cannot be worked; null when it can. */
  String stuck() {
    return stuck;
  }

  List<String> gaps() {
    return gaps;
  }

  int polled() {
    return polled;
  }

  @Override
  public Permission ask(Account account, Kind kind) {
    return new Go(false);
  }

  @Override
  public boolean isShut(Account account) {
    return shut;
  }

  @Override
  public boolean mayPoll(Account account) {
    return !shut;
  }

  @Override
  public synchronized void polled(Account account) {
    polled++;
  }

  @Override
  public void notPolled(Account account) {
    // nothing is known here
  }

  @Override
  public void faltered(Account account) {
    faltered.add(account);
  }

  Set<Account> faltered() {
    return faltered;
  }

  @Override
  public void gap(Account account, String reason) {
    gaps.add(reason);
  }

  @Override
  public void stuck(Account account, String reason) {
    stuck = reason;
  }

  @Override
  public void proven(Account account) {
    // nothing is known here
  }

  @Override
  public void unproven(Account account) {
    // nothing is known here
  }
}
