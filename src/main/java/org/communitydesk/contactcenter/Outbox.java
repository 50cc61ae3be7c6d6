package org.communitydesk.contactcenter;

import java.util.List;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.contactcenter.Letter.Line;
import org.communitydesk.contactcenter.Requests.Request;
import org.springframework.stereotype.Component;

/** Writes to a contact center outside the house. */
@Component
public class Outbox {

  private static final int MOST_LINES = 10;

  private final Requests requests;
  private final CaseFiles files;
  private final Conversations conversations;
  private final List<Courier> couriers;

  Outbox(Requests requests, CaseFiles files, Conversations conversations, List<Courier> couriers) {
    this.requests = requests;
    this.files = files;
    this.conversations = conversations;
    this.couriers = couriers;
  }

  /**
   * Sends the question of a request; one attempt.
   *
   * @param step the same for every attempt, another for every other letter
   * @throws RuntimeException when it may not have arrived: the same call may be made again
   */
  public void ask(long requestId, String step) {
    send(Letter.Subject.QUESTION, requestId, step);
  }

  /** As {@link #ask}: recalls the question. */
  public void remind(long requestId, String step) {
    send(Letter.Subject.REMINDER, requestId, step);
  }

  /** As {@link #ask}: says that no answer is needed any more. */
  public void withdraw(long requestId, String step) {
    send(Letter.Subject.WITHDRAWAL, requestId, step);
  }

  private void send(Letter.Subject subject, long requestId, String step) {
    Request request =
        requests
            .find(requestId)
            .orElseThrow(() -> new IllegalStateException("There is no request " + requestId));
    CaseFile file = files.of(request.caseId());
    List<Line> all =
        conversations.of(request.caseId()).stream()
            .filter(caseMessage -> caseMessage.state() != CaseMessage.State.DELETED)
            .map(
                caseMessage ->
                    new Line(caseMessage.at(), caseMessage.byBrand(), caseMessage.text()))
            .toList();
    List<Line> latest = all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
    couriers.stream()
        .filter(courier -> courier.form() == request.form())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No way leads out for the form " + request.form()))
        .send(new Letter(requestId + "-" + step, subject, request, file, latest));
  }
}
