package org.communitydesk.channel;

/** What the platform shows of a reply whose outcome was unknown. */
public sealed interface ReadBack {

  /** It stands on the platform. */
  record Found(String externalId) implements ReadBack {}

  /** It certainly does not. */
  record Absent() implements ReadBack {}

  /** The platform cannot show it: a person must look. */
  record CannotTell() implements ReadBack {}
}
