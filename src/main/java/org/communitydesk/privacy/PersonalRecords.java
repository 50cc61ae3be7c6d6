package org.communitydesk.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.Patience;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the desk keeps of a person: shown, handed over, erased. */
@Component
@Transactional
public class PersonalRecords {

  private final KnowsPersons known;
  private final List<PersonalDataStore> rooms;
  private final Erasures erasures;
  private final Patience patience;
  private final TransactionTemplate alone;

  PersonalRecords(
      KnowsPersons known,
      List<PersonalDataStore> rooms,
      Erasures erasures,
      Patience patience,
      PlatformTransactionManager transactions) {
    this.patience = patience;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.known = known;
    this.rooms = rooms;
    this.erasures = erasures;
  }

  /** Persons with that id or a name that contains it; none for a blank one. */
  @Transactional(readOnly = true)
  public List<KnowsPersons.Acquaintance> search(String q, int limit) {
    return q == null || q.isBlank() ? List.of() : known.search(q.strip(), limit);
  }

  /** Everything that is kept of that person; without rows when nothing is. */
  @Transactional(readOnly = true)
  public Export export(Platform platform, String authorId) {
    Subject person = known.subject(platform, authorId, "");
    Export export = new Export();
    rooms.forEach(room -> room.show(person, export));
    return export;
  }

  /**
   * Erases everything that is kept of that person. Open cases are closed first. While a ban needs
   * the id to be lifted, the id alone stays, and goes with the ban.
   *
   * @param who a user of the desk
   * @throws NotNow when something is under way that must end first
   */
  public Erased erase(Platform platform, String authorId, String who) {
    patience.longest();
    Subject person = known.subject(platform, authorId, "erased-" + UUID.randomUUID());
    rooms.forEach(room -> room.mayErase(person));
    erasures.open(person, who);
    rooms.forEach(room -> room.erase(person));
    finish(person);
    return erasures.list(1).get(0);
  }

  /**
   * Takes away the ids that no ban needs any more, each in a transaction of its own: who erases
   * several in one holds persons of whom others hold the next.
   */
  public void sweep() {
    long last = 0;
    while (last >= 0) {
      long after = last;
      last = alone.execute(status -> sweepNext(after));
    }
  }

  private long sweepNext(long after) {
    Optional<Erasures.Open> next = erasures.takeOpen(after);
    next.map(one -> known.erased(one.platform(), one.authorId(), one.pseudonym()))
        .filter(person -> rooms.stream().noneMatch(room -> room.stillNeeds(person)))
        .ifPresent(
            person -> {
              rooms.forEach(room -> room.erase(person));
              finish(person);
            });
    return next.map(Erasures.Open::id).orElse(-1L);
  }

  /** Erases what one closed case holds; its dates, class and outcome stay. */
  public void expire(long caseId) {
    patience.longest();
    Subject person = known.expired(caseId, "expired-" + UUID.randomUUID());
    rooms.forEach(room -> room.erase(person));
  }

  /** Who was erased by whom, newest first. */
  @Transactional(readOnly = true)
  public List<Erased> erased(int limit) {
    return erasures.list(limit);
  }

  private void finish(Subject person) {
    if (rooms.stream().noneMatch(room -> room.stillNeeds(person))) {
      erasures.close(person.pseudonym());
    }
  }

  /**
   * A person who was erased.
   *
   * @param by a user of the desk
   * @param doneAt null while a ban still needs the id
   */
  public record Erased(
      String pseudonym, String platform, String by, Instant askedAt, Instant doneAt) {}
}
