package org.communitydesk.process;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.springframework.stereotype.Component;

/**
 * Replies that have not reached the person and that nobody looks after any more, by the ledger and
 * not by the way that a diagram went.
 */
@Component
public class LostReplies {

  private static final Set<Publication.State> SETTLED =
      EnumSet.of(Publication.State.SENT, Publication.State.DROPPED);
  private static final int MOST = 100;

  private final RuntimeService engine;
  private final Publications publications;

  LostReplies(RuntimeService engine, Publications publications) {
    this.engine = engine;
    this.publications = publications;
  }

  /** The latest; empty when all have gone out, were given up, or are in work. */
  public Optional<Publication> latest(String caseId) {
    return publications.failedAfterAll(caseId).or(() -> unsettled(caseId).stream().findFirst());
  }

  /** Whether any reply of the case stands on the platform. */
  public boolean anySent(String caseId) {
    return publications.list(Publication.State.SENT, caseId, MOST).stream()
        .anyMatch(LostReplies::isReply);
  }

  /** A person has read that they are lost and decided what to do instead. */
  public void settle(String caseId) {
    publications.failedAfterAll(caseId).ifPresent(this::drop);
    unsettled(caseId).forEach(this::drop);
  }

  private void drop(Publication lost) {
    publications.drop(lost.id(), lost.reason());
  }

  private List<Publication> unsettled(String caseId) {
    return publications.list(null, caseId, MOST).stream()
        .filter(LostReplies::isReply)
        .filter(reply -> !SETTLED.contains(reply.state()))
        .filter(reply -> !isInWork(reply))
        .toList();
  }

  /** Within one transaction the engine still lists an instance that has just ended. */
  private boolean isInWork(Publication reply) {
    ProcessInstance instance =
        engine.createProcessInstanceQuery().processInstanceId(reply.step()).singleResult();
    return instance != null && !instance.isEnded();
  }

  private static boolean isReply(Publication publication) {
    return publication.kind() == Publication.Kind.REPLY;
  }
}
