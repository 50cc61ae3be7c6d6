package org.communitydesk.channel;

import java.time.Instant;

/** What a channel may do to other people's messages and to people. */
public sealed interface Act {

  /** What the platform must be able to. */
  default Capability needs() {
    if (this instanceof Hide || this instanceof Show) {
      return Capability.HIDE;
    }
    if (this instanceof Delete) {
      return Capability.DELETE;
    }
    if (this instanceof Restore) {
      return Capability.RESTORE;
    }
    if (this instanceof Mute || this instanceof Unmute) {
      return Capability.MUTE;
    }
    return this instanceof Ban ? Capability.BAN : Capability.UNBAN;
  }

  /** Makes a message invisible to others; it stays on the platform. */
  record Hide(String externalId, String threadId) implements Act {}

  /** Makes a hidden message visible again. */
  record Show(String externalId, String threadId) implements Act {}

  /** Takes a message away. */
  record Delete(String externalId, String threadId) implements Act {}

  /** Brings a deleted message back. */
  record Restore(String externalId, String threadId) implements Act {}

  /**
   * Shuts a person out.
   *
   * @param until null means for ever; where the platform knows no term it is for ever there, and
   *     ends by {@link Unban}
   */
  record Ban(String personId, Instant until) implements Act {}

  /** Lets a person in again. */
  record Unban(String personId) implements Act {}

  /**
   * Lets a person read but not write; what they have written stays.
   *
   * @param until null means for ever
   */
  record Mute(String personId, Instant until) implements Act {}

  /** Lets a person write again. */
  record Unmute(String personId) implements Act {}
}
