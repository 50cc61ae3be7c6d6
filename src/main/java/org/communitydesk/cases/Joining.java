package org.communitydesk.cases;

/** What became of a user's message. */
public sealed interface Joining {

  /** It opened this case. */
  record Begun(CaseFile file) implements Joining {}

  /** It joined this open case. */
  record Joined(CaseFile file) implements Joining {}

  /** It was there before. */
  record Known() implements Joining {}

  /** It was there before with another text: a platform that tells no edits shows it so. */
  record Changed() implements Joining {}
}
