package org.communitydesk.sanction;

/** Who keeps a measure in force and ends it. */
public enum EnforcedBy {
  /** The platform, which knows the end by itself. */
  PLATFORM,
  /** The platform until our timer lifts it. */
  TIMER,
  /** A person, by hand, on the platform's own pages. */
  HAND,
  /** We alone: the platform has no such measure. */
  LOCAL
}
