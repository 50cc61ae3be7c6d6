package org.communitydesk.process.appeal;

import java.time.Duration;
import java.util.List;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.contactcenter.Requests;
import org.communitydesk.process.Choices.SchemeOutcome;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publication.State;
import org.communitydesk.publication.Publications;
import org.springframework.stereotype.Component;

/** Closes cases that nobody is to answer any more. */
@Component
public class Withdrawals {

  private final CaseFiles files;
  private final Publications publications;
  private final Requests requests;
  private final CaseTimer timer;

  Withdrawals(CaseFiles files, Publications publications, Requests requests, CaseTimer timer) {
    this.files = files;
    this.publications = publications;
    this.requests = requests;
    this.timer = timer;
  }

  /**
   * Closes the case and takes back what has not gone out yet.
   *
   * @param reopenPeriod how long a further message of the person continues this case
   * @return the requests whose answer an outside contact center need not give any more
   */
  public List<Long> withdraw(String caseId, Duration reopenPeriod) {
    for (State waiting : List.of(State.NEW, State.HELD)) {
      publications.list(waiting, caseId, Integer.MAX_VALUE).stream()
          .map(Publication::id)
          .forEach(id -> publications.drop(id, "The person has withdrawn the appeal"));
    }
    List<Long> outside = requests.withdrawAll(caseId);
    files.close(caseId, SchemeOutcome.WITHDRAWN.name(), reopenPeriod);
    timer.wake(caseId);
    return outside;
  }
}
