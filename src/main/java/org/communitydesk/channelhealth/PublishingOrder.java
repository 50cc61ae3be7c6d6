package org.communitydesk.channelhealth;

import java.time.Instant;
import org.communitydesk.conversation.Account;

/**
 * What a person ordered about publishing.
 *
 * @param id grows from order to order
 * @param account null when it is about all accounts
 * @param stopped true: nothing may go out; false: it may again
 * @param reason null when none was given
 * @param who the person's login
 */
public record PublishingOrder(
    long id, Account account, boolean stopped, String reason, String who, Instant at) {

  /** What a stop means for a channel and for what waits there, Russian. */
  public String sentence() {
    return "Публикация остановлена%s (%s)%s"
        .formatted(
            account == null ? " во всех каналах" : "", who, reason == null ? "" : ": " + reason);
  }
}
