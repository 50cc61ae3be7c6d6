package org.communitydesk.intake;

import org.communitydesk.privacy.CardNumbers;

final class Fault {

  private Fault() {}

  /** The beginning of {@link #named}: faults of one kind have the same. */
  static String kind(String named) {
    return named.split(":", 2)[0];
  }

  static String named(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? "" : ": " + root.getMessage();
    return PostgresText.shortened(CardNumbers.mask(root.getClass().getSimpleName() + message), 500);
  }
}
