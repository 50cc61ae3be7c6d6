package org.communitydesk.sanction;

import java.time.Instant;

/**
 * A row of the ledger of sanctions; no statement changes or removes one, and whether the owner of
 * the tables has done so past their triggers, the hashes tell.
 *
 * @param at UTC
 * @param who null when the desk itself acted
 * @param offenceId null when it is about no single offence
 * @param sanctionId null when it is about none
 * @param detail words for programs; no texts or names of users; empty when there is nothing to add
 * @param evidenceHash names what was written then, kept apart so that it can be erased; null for
 *     nothing
 * @param previousHash the hash of the row before; empty in the first
 * @param hash SHA-256 over all of the row and the hash before it, in hex
 */
public record LedgerRow(
    long id,
    Instant at,
    String who,
    What what,
    Long offenceId,
    String sanctionId,
    String detail,
    String evidenceHash,
    String previousHash,
    String hash) {

  /** What happened. */
  public enum What {
    RECORDED,
    PROPOSED,
    JOINED,
    APPLIED,
    TERM_CHANGED,
    /** A ban that was set past the desk is taken over as a measure. */
    ADOPTED,
    TOLD,
    ENDED,
    WITHDRAWN,
    REVOKED,
    SUPERSEDED,
    DISPUTED,
    UPHELD,
    LINKED,
    UNLINKED,
    FORGOTTEN
  }
}
