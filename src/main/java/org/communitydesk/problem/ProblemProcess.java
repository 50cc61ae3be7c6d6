package org.communitydesk.problem;

import java.util.Collection;
import java.util.Set;

/** What the processes know of incidents, and are told of them. */
public interface ProblemProcess {

  /** Those of the cases that wait for somebody to classify or to answer them. */
  Set<String> waiting(Collection<String> caseIds);

  /** Nothing more is handed over. */
  void stopped(long incidentId);
}
