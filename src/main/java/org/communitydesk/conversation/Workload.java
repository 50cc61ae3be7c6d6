package org.communitydesk.conversation;

/**
 * Work that a room has accepted and not finished. The sandbox waits until none is pending, and
 * clears it between two plays; nothing else may clear it.
 */
public interface Workload {

  /** Whether anything is due now and not done. */
  boolean pending();

  /** Forgets everything; called with no traffic, in the order of Spring's {@code @Order}. */
  void clear();
}
