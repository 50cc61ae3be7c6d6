package org.communitydesk.channelhealth;

/** How a channel stands, in one word. */
public enum HealthStatus {
  /** All is well. */
  GREEN,
  /** It works; somebody should look soon, or it is limited for a while. */
  YELLOW,
  /** The platform does not take our key or right: publications are held. */
  RED,
  /** Switched off in the settings. */
  OFF
}
