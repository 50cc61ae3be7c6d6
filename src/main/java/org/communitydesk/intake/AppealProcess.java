package org.communitydesk.intake;

import org.communitydesk.conversation.InboundEvent;

/** Who works what the inbox has taken in. */
public interface AppealProcess {

  /**
   * Begins or continues a case. Called in the transaction that settles the inbox row, in order and
   * one at a time for one author in one thread, over all nodes; never with {@link
   * InboundEvent.Ignored} or {@link InboundEvent.Unclear}. Card numbers are masked, texts have at
   * most 100,000 characters and neither NUL nor lone surrogates.
   *
   * <p>Any exception undoes the transaction. The same event is handed over again, at first at once,
   * then ever later, and is parked for the operator in the end.
   */
  void hear(InboundEvent inboundEvent);
}
