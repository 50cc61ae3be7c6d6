package org.communitydesk.cases;

/** Whose turn it is: only while it is the desk's do the clocks of a case run. */
public enum Turn {
  DESK,
  USER,
  CONTACT_CENTER
}
