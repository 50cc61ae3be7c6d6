package org.communitydesk.channelhealth;

import java.time.Duration;
import java.time.Instant;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;

/** Asked before every call to a platform, so that no dead key is tried in vain. */
public interface Gate {

  /** Whether something may be written now. */
  sealed interface Permission {}

  /**
   * Yes.
   *
   * @param trial it is the one call that shows whether the platform takes our key again; {@link
   *     #proven} or {@link #unproven} must follow unless the platform locks us out once more
   */
  record Go(boolean trial) implements Permission {}

  /** Not before the channel works again; whoever asked is told then. */
  record Held(String reason) implements Permission {}

  /**
   * Not before that time.
   *
   * @param apart how far those who wait already stand from each other; zero when all may go then
   */
  record Later(Instant notBefore, Duration apart, String reason) implements Permission {}

  /**
   * Takes the right to one writing call.
   *
   * @param kind of the message; null when it is no reply
   */
  Permission ask(Account account, Kind kind);

  /** Whether no call at all should be made now. */
  boolean isShut(Account account);

  /** Takes the right to one poll. */
  boolean mayPoll(Account account);

  /** A poll was answered. */
  void polled(Account account);

  /** A poll failed in a way that says nothing about our key. */
  void notPolled(Account account);

  /** A fault of the program has broken a poll off; the channel is yellow until one is answered. */
  void faltered(Account account);

  /**
   * What the platform had for us is lost in part and cannot be asked for any more.
   *
   * @param reason Russian
   */
  void gap(Account account, String reason);

  /**
   * What comes in there cannot be worked, for a reason that is the desk's own.
   *
   * @param reason Russian; null when it is worked again
   */
  void stuck(Account account, String reason);

  /** The platform took our key at a trial: the channel works. */
  void proven(Account account);

  /** A trial has shown nothing about our key: another one may be made. */
  void unproven(Account account);
}
