package org.communitydesk.sandbox.world;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes those who wait for events of the platforms; they are to look again now and then anyway. */
@Component
public class Bell implements SmartLifecycle {

  private boolean running;

  /** Rings when the running transaction is committed. */
  void ringAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            ring();
          }
        });
  }

  /** Wakes all who wait. */
  public synchronized void ring() {
    notifyAll();
  }

  /**
   * Waits for the next ring, at most so long; it may return early.
   *
   * @return false when the application is stopping
   */
  @SuppressWarnings("WaitNotInLoop")
  public synchronized boolean await(long millis) {
    try {
      if (running) {
        wait(Math.max(1, millis));
      }
      return running;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public synchronized void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    notifyAll();
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }
}
