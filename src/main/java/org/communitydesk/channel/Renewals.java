package org.communitydesk.channel;

import java.time.Instant;
import org.communitydesk.conversation.Account;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Secret;

/** Tokens that live a short time and are exchanged for new ones, for all nodes together. */
public interface Renewals {

  /**
   * What the operator has set.
   *
   * @param token counts until the first exchange
   * @param refreshToken with which the first exchange is made
   * @param exchange asks the platform
   */
  record Lease(Account account, Secret token, Secret refreshToken, Exchange exchange) {}

  /**
   * What the platform has given.
   *
   * @param refreshToken for the next exchange
   */
  record Fresh(Secret token, Secret refreshToken, Instant endsAt) {}

  /** Asks the platform for another token. */
  @FunctionalInterface
  interface Exchange {

    /**
     * One attempt, no retry; the refresh token is used up by it.
     *
     * @throws CallFailure.LockedOut when the platform does not take the refresh token
     */
    Fresh exchange(Secret refreshToken) throws CallFailure;
  }

  /** Whether new tokens can be kept: {@code desk.secret-key} is set. */
  boolean canKeep();

  /** The token to be used now, exchanged shortly before its end. */
  Secret token(Lease lease);

  /**
   * Exchanges a token that the platform no longer takes, unless another one counts already.
   *
   * @throws CallFailure as the exchange does
   */
  void renew(Lease lease, Secret worn) throws CallFailure;
}
