package org.communitydesk.sanction;

import java.time.Instant;
import org.communitydesk.conversation.Account;

/**
 * How far the comparison of an account's bans has come. Instants are UTC.
 *
 * @param reading the platform's list is still being read; otherwise it is being compared
 * @param cursor where the platform's list goes on, or who was compared last; null at the beginning
 * @param total how many entries the list has, as the platform says; null when it does not
 * @param listed how many different persons were read
 * @param changed how often the list was begun anew, because it changed while it was read
 * @param step how many parts are done; 0 before the first
 */
public record Sweep(
    Account account,
    Instant beganAt,
    boolean reading,
    String cursor,
    Integer total,
    int listed,
    int changed,
    int step) {}
