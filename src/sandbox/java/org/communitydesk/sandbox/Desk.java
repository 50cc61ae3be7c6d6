package org.communitydesk.sandbox;

/** The product beside the platforms in the same process; absent where they run alone. */
public interface Desk {

  /** Whether anything is due now and not done. */
  boolean pending();

  /** Ends all cases and forgets what people have written and done; called with no deliveries. */
  void clear();
}
