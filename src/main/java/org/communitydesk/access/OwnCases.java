package org.communitydesk.access;

/** Knows the tasks of those who see no other cases than theirs. */
public interface OwnCases {

  /** Whether the person works on that case now, or may take a task of it. */
  boolean hasTaskOf(String person, String caseId);
}
