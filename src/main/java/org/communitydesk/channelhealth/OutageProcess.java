package org.communitydesk.channelhealth;

import org.communitydesk.conversation.Account;

/**
 * Who tells people that a channel is locked out, and lets its publications go on. Every method is
 * called in a transaction, for one account at a time over all nodes.
 */
public interface OutageProcess {

  /** The platform no longer takes our key; does nothing when that is known already. */
  void begin(Account account);

  /** The channel works again: what it holds goes on. */
  void end(Account account);

  /** What the channel holds goes on. */
  void release(Account account);

  /** Lets one held publication go on, another each time; false when there is none. */
  boolean releaseOne(Account account);

  /** Whether people have held something back there and do not any more. */
  boolean mayResume(Account account);

  /** What people do not hold back any more goes on, some of it each time. */
  void resume(Account account);
}
