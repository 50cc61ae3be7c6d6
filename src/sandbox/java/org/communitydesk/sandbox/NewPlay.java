package org.communitydesk.sandbox;

import org.communitydesk.sandbox.world.Courier;
import org.communitydesk.sandbox.world.Eraser;
import org.communitydesk.sandbox.world.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends everything, in the desk first, and sets the stage anew. */
@Component
class NewPlay {

  private final Courier courier;
  private final Eraser eraser;
  private final ObjectProvider<Desk> desk;
  private final MovableClock clock;
  private final Stage stage;
  private final TransactionTemplate transaction;

  NewPlay(
      Courier courier,
      Eraser eraser,
      ObjectProvider<Desk> desk,
      MovableClock clock,
      Stage stage,
      TransactionTemplate transaction) {
    this.courier = courier;
    this.eraser = eraser;
    this.desk = desk;
    this.clock = clock;
    this.stage = stage;
    this.transaction = transaction;
  }

  void begin() {
    courier.whileStopped(
        () -> {
          clock.backToNow();
          eraser.forgetEvents();
          transaction.executeWithoutResult(status -> eraser.clear());
          desk.ifAvailable(Desk::clear);
          // A key that was exchanged meanwhile is known to the platform alone.
          transaction.executeWithoutResult(status -> eraser.clear());
          stage.open();
        });
  }
}
