package org.communitydesk.cases;

/** Who asks the platforms again for files that they did not give. */
public interface Fetching {

  /** A person wants the case's files to be asked for now; does nothing when none is waited for. */
  void hurry(String caseId);
}
