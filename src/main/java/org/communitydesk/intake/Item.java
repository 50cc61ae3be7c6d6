package org.communitydesk.intake;

import java.time.Instant;
import org.communitydesk.conversation.Account;

/** A waiting row at the head of its lane. */
record Item(long id, Account account, byte[] body, int attempts, Instant notBefore) {

  boolean isDue(Instant now) {
    return notBefore == null || !notBefore.isAfter(now);
  }
}
