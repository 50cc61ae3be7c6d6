package org.communitydesk.intake;

enum State {
  WAITING,
  UNDERSTOOD,
  IGNORED,
  PARKED
}
