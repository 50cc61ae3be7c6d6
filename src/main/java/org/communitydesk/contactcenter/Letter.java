package org.communitydesk.contactcenter;

import java.time.Instant;
import java.util.List;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.contactcenter.Requests.Request;

/**
 * One word of ours to the contact center.
 *
 * @param id the same for every attempt to send it
 * @param conversation oldest first, without names
 */
record Letter(String id, Subject subject, Request request, CaseFile file, List<Line> conversation) {

  /** What we say. */
  public enum Subject {
    QUESTION,
    REMINDER,
    WITHDRAWAL
  }

  /** A message of the appeal. */
  record Line(Instant at, boolean byBrand, String text) {}
}
