package org.communitydesk.privacy;

/** A person cannot be erased at this moment; the message is Russian and says what to wait for. */
public class NotNow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotNow(String reason) {
    super(reason);
  }
}
