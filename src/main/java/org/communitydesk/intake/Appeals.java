package org.communitydesk.intake;

import org.communitydesk.conversation.Heard;

/** What is done with a message that was let in: the port that {@code process} fills. */
public interface Appeals {

  /**
   * Takes one event, in the transaction of its inbox row.
   *
   * @throws RuntimeException when it could not be taken now; it is offered again
   */
  void hear(Heard heard);
}
