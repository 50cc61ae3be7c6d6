package org.communitydesk.cases;

import org.communitydesk.conversation.Message;

/** What became of a user's message. */
public sealed interface IntakeResult {

  /**
   * It opened this case.
   *
   * @param message as it stands now: an edit may have come before it
   * @param removed it had been removed before it came
   */
  record Begun(CaseFile file, Message message, boolean removed) implements IntakeResult {}

  /**
   * It joined this open case.
   *
   * @param message as it stands now: an edit may have come before it
   * @param removed it had been removed before it came
   */
  record Joined(CaseFile file, Message message, boolean removed) implements IntakeResult {}

  /** It was there before. */
  record Known() implements IntakeResult {}

  /** It was there before with another text: a platform that tells no edits shows it so. */
  record Changed() implements IntakeResult {}
}
