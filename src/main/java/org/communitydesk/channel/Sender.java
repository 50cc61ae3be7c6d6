package org.communitydesk.channel;

/** Who a delivery seems to be from, as far as it has been looked at. */
public enum Sender {
  /** Not the platform, whatever follows: nothing of it need be read. */
  STRANGER,

  /** Only what has not been looked at yet can tell. */
  UNKNOWN,

  /** The platform: it has shown what only the platform knows. */
  PLATFORM
}
