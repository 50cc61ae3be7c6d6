package org.communitydesk.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.http.CallFailure;

/**
 * One account of the brand on one platform, able to hear and to speak. A channel translates; it
 * never retries, stores, decides or schedules.
 */
public interface Channel {

  Account account();

  /**
   * Who sends it, by what can be looked at without understanding it: its head, and the raw bytes
   * when they are there. Keeps nothing and builds nothing, so that a stranger costs nothing; {@link
   * #receive} proves everything again.
   */
  default Sender sender(Delivery delivery) {
    return Sender.UNKNOWN;
  }

  /** The longest body in bytes that the platform ever posts, with room to spare. */
  default int largestDelivery() {
    return 1024 * 1024;
  }

  /**
   * Checks a delivery and cuts it into events. Never throws for what the platform sent: a bad
   * signature is {@link Reception.Denied}, an unreadable body {@link Reception.Unreadable}.
   */
  Reception receive(Delivery delivery);

  /**
   * What one event means. Never throws for what the platform sent: what is not understood is {@link
   * InboundEvent.Unclear}.
   *
   * @param event the bytes of {@link Event#body()}, card numbers masked
   */
  InboundEvent understand(byte[] event);

  /** What this account can do: the platform's row of the matrix, less what its settings lack. */
  default Capabilities capabilities() {
    return Capabilities.of(account().platform());
  }

  /**
   * The same account with one more ability; empty when it has not got it. Ask here and not by
   * {@code instanceof}: what the desk hands out has every type.
   */
  default <T extends Channel> Optional<T> as(Class<T> ability) {
    return ability.isInstance(this) ? Optional.of(ability.cast(this)) : Optional.empty();
  }

  /**
   * The https address at which a person finds the message that the reply answers; empty where the
   * platform has no such address.
   */
  default Optional<String> link(Reply reply) {
    return Optional.empty();
  }

  /**
   * Publishes the reply: one attempt, no retry.
   *
   * @return the external id of the published message
   * @throws CallFailure when the platform did not certainly accept it
   */
  String reply(Reply reply) throws CallFailure;

  /**
   * Does something to a message or a person: one attempt, no retry; the same act twice is the same
   * as once.
   *
   * @throws CallFailure when the platform did not certainly do it; {@link CallFailure.Refused} for
   *     all that is not among {@link #capabilities()}
   */
  default void moderate(Act act) throws CallFailure {
    throw new CallFailure.Refused(
        account().platform().title() + " не даёт сделать это через API: сделайте вручную");
  }

  /**
   * Whether the platform itself ends a ban of that person when its term is over; else it stands
   * until {@link Act.Unban}.
   */
  default boolean endsBanOf(String personId) {
    return capabilities().can(Capability.TIMED_BAN);
  }

  /**
   * Asks the platform whether our key is good.
   *
   * @throws CallFailure.LockedOut when it is not
   * @throws CallFailure.Busy when the platform cannot be asked now
   */
  Health check() throws CallFailure;

  /**
   * Looks on the platform for a reply whose outcome is unknown.
   *
   * @param since when the attempt began
   * @throws CallFailure when the platform cannot be asked now
   */
  ReadBack readBack(Reply reply, Instant since) throws CallFailure;

  /**
   * Fetches the bytes of an attachment, at most {@code maxBytes}.
   *
   * @throws CallFailure.Refused when it is gone, too large or at an address that must not be asked
   */
  byte[] fetch(Attachment attachment, int maxBytes) throws CallFailure;

  /** What the platform last said of its limits for writing; empty where it says nothing. */
  default List<Limit> limits() {
    return List.of();
  }
}
