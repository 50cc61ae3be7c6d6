package org.communitydesk.contactcenter;

/** A way to the outside; one attempt per call, any exception means that it may be tried again. */
interface Courier {

  Form form();

  void send(Letter letter);
}
