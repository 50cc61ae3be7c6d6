package org.communitydesk.intake;

import java.time.Instant;
import org.communitydesk.conversation.Account;

/**
 * A waiting row at the head of its lane.
 *
 * @param reason why it failed when it was tried last; null when it was not tried or all was well
 */
record Item(long id, Account account, byte[] body, int attempts, Instant notBefore, String reason) {

  boolean isDue(Instant now) {
    return notBefore == null || !notBefore.isAfter(now);
  }
}
