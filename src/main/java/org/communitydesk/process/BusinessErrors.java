package org.communitydesk.process;

/** Every error code that a diagram may catch. */
public final class BusinessErrors {

  private BusinessErrors() {}

  /** The platform's final no to a reply. */
  public static final String REPLY_REFUSED = "REPLY_REFUSED";
}
